// Reads words and the types that are several words.
//
// Readings are tried one after the other: each function here calls `then` with
// the place where a reading ends, the likeliest first, until it says true.
// Thread: any.

#ifndef TOOLS_STYLE_READ_WORDS_H
#define TOOLS_STYLE_READ_WORDS_H

#include <string_view>

#include "tools/style/function_ref.h"

namespace laio::style {

using Then = FunctionRef<bool(size_t end)>;

// The word at `pos`, empty when none starts there.
std::string_view WordAt(std::string_view text, size_t pos);

// An identifier, with the parts that ## pastes to it.
bool ReadIdent(std::string_view text, size_t pos, Then then);

// The end of the longest identifier at `pos`; npos when none starts there.
size_t IdentEnd(std::string_view text, size_t pos);

// Whether the word is the first of a type that is more than a name.
bool StartsTypeOfWords(std::string_view word);

// `unsigned long int` and its kin, `struct name` and its kin.
bool ReadTypeOfWords(std::string_view text, size_t pos, Then then);

// Behind `__typeof__(*name)` at `pos`, or npos.
size_t TypeofEnd(std::string_view text, size_t pos);

}  // namespace laio::style

#endif  // TOOLS_STYLE_READ_WORDS_H
