// What can be read as a type: fixed names, QEMU's way of spelling types, and
// words that patches themselves were seen to use as types or beside them.
//
// Readings are tried one after the other, as in read_words.h.
// Owned by one run of the checker, learns line after line, and is handed on
// from patch to patch where several are checked in one go.
// Thread: one at a time.

#ifndef TOOLS_STYLE_TYPES_H
#define TOOLS_STYLE_TYPES_H

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tools/style/finding.h"
#include "tools/style/read_words.h"
#include "tools/style/word_set.h"

namespace laio::style {

class TypeNames {
 public:
    explicit TypeNames(int qemu_version = kDefaultQemuVersion);

    // Words that may stand beside a type: const, attributes, learnt ones. A
    // longer word that starts like one is read as one, too.
    bool ReadModifier(std::string_view text, size_t pos, Then then) const;
    // Whether a modifier, or what a longer word starts with, is in the text.
    bool HasModifier(std::string_view text) const;
    // Whether a type or modifier may start with the word [pos, end): surely
    // none does when it is false.
    bool MayStart(std::string_view text, size_t pos, size_t end) const;
    // A type without stars, with the modifiers on both sides of it.
    bool ReadNonPointer(std::string_view text, size_t pos, Then then) const;
    // A type with stars or [] and what may follow them.
    bool ReadType(std::string_view text, size_t pos, Then then) const;

    // Whether the whole text is a modifier, or a type.
    bool IsModifier(std::string_view text) const;
    bool IsType(std::string_view text) const;
    // Whether a type starts anywhere in the text, be it inside a word, such
    // that `then` is content.
    bool FindType(std::string_view text, Then then) const;

    // Takes words that stand where a type must be: one is a type, of several
    // those that are no types are modifiers.
    void Learn(std::string_view words);

 private:
    bool ReadCore(std::string_view text, size_t pos, Then then) const;
    bool ReadAfterCore(std::string_view text, size_t pos, Then then) const;
    bool ReadStars(std::string_view text, size_t pos, Then then) const;
    bool ReadTail(std::string_view text, size_t pos, Then then) const;
    bool IsTypeWord(std::string_view word) const;
    bool IsNeverType(std::string_view words) const;
    std::string WithoutTypes(std::string_view words) const;

    void AddModifier(std::string modifier);
    bool MayStartModifier(std::string_view text, size_t pos) const;

    int qemu_version_;
    WordSet types_;  // learnt ones
    std::vector<std::string> modifiers_;
    // By the low bits of the first two bytes.
    std::array<bool, 1024> modifier_starts_{};
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_TYPES_H
