// Character classes of the style rules: bytes, never the locale.
// Thread: any.

#ifndef TOOLS_STYLE_CHARS_H
#define TOOLS_STYLE_CHARS_H

#include <array>
#include <cstring>
#include <initializer_list>
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

inline constexpr std::array<bool, 256> kIsWord = [] {
    std::array<bool, 256> result{};
    for (int c = 0; c < 128; ++c) {
        char byte = static_cast<char>(c);
        result[c] = IsUpper(byte) || IsLower(byte) || IsDigit(byte) ||
                    byte == '_';
    }
    return result;
}();

// A byte of an identifier or number.
constexpr bool IsWord(char c)
{
    return kIsWord[static_cast<unsigned char>(c)];
}

constexpr bool IsWordStart(char c)
{
    return IsWord(c) && !IsDigit(c);
}

// Bytes to ask for.
class ByteSet {
 public:
    constexpr explicit ByteSet(std::string_view bytes)
    {
        for (char c : bytes) {
            has_[static_cast<unsigned char>(c)] = true;
        }
    }

    constexpr bool Has(char c) const
    {
        return has_[static_cast<unsigned char>(c)];
    }

 private:
    std::array<bool, 256> has_{};
};

// The first position at or after `pos` that is no blank, or text.size().
inline size_t SkipSpace(std::string_view text, size_t pos)
{
    while (pos < text.size() && IsSpace(text[pos])) {
        ++pos;
    }
    return pos;
}

// The end of the identifier or number that starts at `pos`.
inline size_t WordEnd(std::string_view text, size_t pos)
{
    while (pos < text.size() && IsWord(text[pos])) {
        ++pos;
    }
    return pos;
}

// Whether `what` stands at `pos`, which may lie behind the text.
inline bool At(std::string_view text, size_t pos, std::string_view what)
{
    return pos <= text.size() && text.size() - pos >= what.size() &&
           (what.empty() ||
            (text[pos] == what[0] &&
             std::memcmp(text.data() + pos, what.data(), what.size()) == 0));
}

inline std::string_view TrimRight(std::string_view text)
{
    while (!text.empty() && IsSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

inline std::string_view Trim(std::string_view text)
{
    return TrimRight(text.substr(SkipSpace(text, 0)));
}

inline bool StartsWith(std::string_view text, std::string_view prefix)
{
    return At(text, 0, prefix);
}

inline bool EndsWith(std::string_view text, std::string_view suffix)
{
    return text.size() >= suffix.size() &&
           At(text, text.size() - suffix.size(), suffix);
}

inline bool EndsWithOneOf(std::string_view text,
                          std::initializer_list<std::string_view> suffixes)
{
    for (std::string_view suffix : suffixes) {
        if (EndsWith(text, suffix)) {
            return true;
        }
    }
    return false;
}

inline bool Contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// TABs as blanks, to the next multiple of eight columns.
std::string ExpandTabs(std::string_view text);
// Its size.
size_t ColumnsOf(std::string_view text);

// The position of `word` as a whole word at or after `pos`, or npos.
size_t FindWord(std::string_view text, std::string_view word, size_t pos = 0);

}  // namespace laio::style

#endif  // TOOLS_STYLE_CHARS_H
