// UTF-8 as rules see it.

#ifndef TOOLS_STYLE_RULES_UTF8_H
#define TOOLS_STYLE_RULES_UTF8_H

#include <cstddef>
#include <string_view>

namespace laio::style {

// Bytes of the character at `pos`: a TAB, newline, carriage return, printable
// ASCII, or a well-formed longer sequence. 0: none of these.
size_t CharacterLength(std::string_view text, size_t pos);

// The first byte that starts no character, or npos.
size_t FirstInvalid(std::string_view text);

// Where UTF-8 that was taken for Latin-1 and encoded again stands, or npos.
size_t DoublyEncoded(std::string_view text);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_UTF8_H
