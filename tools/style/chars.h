// Character classes of the style rules: bytes, never the locale.
// Thread: any.

#ifndef TOOLS_STYLE_CHARS_H
#define TOOLS_STYLE_CHARS_H

#include <string>
#include <string_view>

namespace laio::style {

// The six ASCII blanks.
constexpr bool IsSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool IsDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool IsUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool IsLower(char c)
{
    return c >= 'a' && c <= 'z';
}

// A byte of an identifier or number.
constexpr bool IsWord(char c)
{
    return IsUpper(c) || IsLower(c) || IsDigit(c) || c == '_';
}

constexpr bool IsWordStart(char c)
{
    return IsWord(c) && !IsDigit(c);
}

// The first position at or after `pos` that is no blank, or text.size().
size_t SkipSpace(std::string_view text, size_t pos);

// The end of the identifier or number that starts at `pos`.
size_t WordEnd(std::string_view text, size_t pos);

std::string_view TrimRight(std::string_view text);
std::string_view Trim(std::string_view text);

bool StartsWith(std::string_view text, std::string_view prefix);
bool EndsWith(std::string_view text, std::string_view suffix);
bool Contains(std::string_view text, std::string_view part);

// TABs as blanks, to the next multiple of eight columns.
std::string ExpandTabs(std::string_view text);

// The position of `word` as a whole word at or after `pos`, or npos.
size_t FindWord(std::string_view text, std::string_view word, size_t pos = 0);

}  // namespace laio::style

#endif  // TOOLS_STYLE_CHARS_H
