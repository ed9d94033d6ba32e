// Which words are types: a few fixed names, QEMU's way of spelling types, and
// words that the patch itself uses as types.
//
// Owned by one check of one patch; learns line after line.
// Thread: one at a time.

#ifndef TOOLS_STYLE_TYPES_H
#define TOOLS_STYLE_TYPES_H

#include <set>
#include <string>
#include <string_view>

namespace laio::style {

class TypeNames {
 public:
    bool IsType(std::string_view word) const;
    // const, volatile and attributes, which may stand beside a type; also what
    // the patch uses like them.
    bool IsModifier(std::string_view word) const;

    // Takes the words of a statement that must be types.
    //
    //   statement  sanitised, diff markers blanked but the first
    //   is_start   whether the line before it ended a statement
    void Learn(std::string_view statement, bool is_start);

    // The end of the type, without its stars, that starts at `pos`, with as
    // many modifiers behind it as there are less `fewer`; npos: no type.
    size_t MatchType(std::string_view text, size_t pos, int fewer = 0) const;

 private:
    void LearnDeclaration(std::string_view statement);
    void LearnCasts(std::string_view statement);
    void LearnParameters(std::string_view statement);
    void Add(std::string_view words);
    size_t MatchCore(std::string_view text, size_t pos) const;

    std::set<std::string, std::less<>> learnt_, modifiers_;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_TYPES_H
