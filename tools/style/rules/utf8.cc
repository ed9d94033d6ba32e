#include "tools/style/rules/utf8.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace laio::style {
namespace {

constexpr size_t kNone = std::string_view::npos;

// What most bytes are: ASCII from blank to tilde.
constexpr auto kIsPlain = [] {
    std::array<bool, 256> result{};
    for (int c = ' '; c <= '~'; ++c) {
        result[c] = true;
    }
    return result;
}();

// Whether the eight bytes at `pos` are all plain.
bool ArePlain(std::string_view text, size_t pos)
{
    constexpr uint64_t kOnes = 0x0101010101010101;
    constexpr uint64_t kHigh = kOnes << 7;
    uint64_t bytes;
    std::memcpy(&bytes, text.data() + pos, sizeof(bytes));
    // A high bit comes up for what is below a blank, or above a tilde.
    return ((bytes | (bytes - kOnes * ' ') | (bytes + kOnes)) & kHigh) == 0;
}

unsigned char Byte(std::string_view text, size_t pos)
{
    return pos < text.size() ? static_cast<unsigned char>(text[pos]) : 0;
}

bool Within(unsigned char byte, unsigned low, unsigned high)
{
    return byte >= low && byte <= high;
}

// Bytes of the sequence at `pos`, without overlong ones and surrogates.
size_t SequenceLength(std::string_view text, size_t pos)
{
    unsigned char lead = Byte(text, pos);
    if (!Within(lead, 0xc2, 0xf4)) {
        return 0;
    }
    size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    unsigned low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (!Within(Byte(text, pos + 1), low, high)) {
        return 0;
    }
    for (size_t i = 2; i < length; ++i) {
        if (!Within(Byte(text, pos + i), 0x80, 0xbf)) {
            return 0;
        }
    }
    return length;
}

// Decodes one two-byte character of U+0080 to U+00FF; 0 when there is none.
unsigned char Latin1At(std::string_view text, size_t pos)
{
    unsigned char lead = Byte(text, pos);
    unsigned char next = Byte(text, pos + 1);
    if (!Within(lead, 0xc2, 0xc3) || !Within(next, 0x80, 0xbf)) {
        return 0;
    }
    return static_cast<unsigned char>(((lead & 3) << 6) | (next & 0x3f));
}

}  // namespace

size_t CharacterLength(std::string_view text, size_t pos)
{
    unsigned char c = Byte(text, pos);
    if (c == '\t' || c == '\n' || c == '\r' || Within(c, ' ', '~')) {
        return 1;
    }
    return SequenceLength(text, pos);
}

size_t FirstInvalid(std::string_view text)
{
    for (size_t pos = 0; pos < text.size();) {
        if (text.size() - pos >= 8 && ArePlain(text, pos)) {
            pos += 8;
            continue;
        }
        if (kIsPlain[static_cast<unsigned char>(text[pos])]) {
            ++pos;
            continue;
        }
        size_t length = CharacterLength(text, pos);
        if (length == 0) {
            return pos;
        }
        pos += length;
    }
    return kNone;
}

size_t DoublyEncoded(std::string_view text)
{
    for (size_t at = text.find('\xc3'); at != kNone;
         at = text.find('\xc3', at + 1)) {
        std::string decoded;
        for (size_t i = 0; i < 4; ++i) {
            unsigned char c = Latin1At(text, at + 2 * i);
            if (c == 0) {
                break;
            }
            decoded += static_cast<char>(c);
        }
        if (SequenceLength(decoded, 0) > 0) {
            return at;
        }
    }
    return kNone;
}

}  // namespace laio::style
