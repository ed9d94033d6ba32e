#include "tools/patch/binary_patch.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <string_view>

#include "tools/base/inflate.h"

namespace laio {
namespace {

// No file of a source tree is larger.
constexpr std::size_t kMaxSize = 256 << 20;

constexpr std::string_view kDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "!#$%&()*+-;<=>?@^_`{|}~";

// 'A' to 'Z' are 1 to 26 bytes, 'a' to 'z' 27 to 52; nothing else is a length.
std::size_t LengthOf(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return std::size_t(c - 'A' + 1);
    }
    return c >= 'a' && c <= 'z' ? std::size_t(c - 'a' + 27) : 0;
}

// Five digits to four bytes, the most significant first.
bool DecodeGroup(std::string_view digits, std::string *out)
{
    std::uint64_t value = 0;
    for (char c : digits) {
        std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) {
            return false;
        }
        value = value * 85 + digit;
    }
    if (value > 0xffffffffu) {
        return false;
    }
    for (int shift = 24; shift >= 0; shift -= 8) {
        *out += char(value >> shift & 0xff);
    }
    return true;
}

bool DecodeLine(const std::string &line, std::string *out)
{
    std::size_t length = line.empty() ? 0 : LengthOf(line[0]);
    if (length == 0 || line.size() != 1 + (length + 3) / 4 * 5) {
        return false;
    }
    std::string bytes;
    for (std::size_t at = 1; at < line.size(); at += 5) {
        if (!DecodeGroup(std::string_view(line).substr(at, 5), &bytes)) {
            return false;
        }
    }
    out->append(bytes, 0, length);
    return true;
}

// Copies and insertions that make one content of another.
class DeltaReader {
 public:
    DeltaReader(std::string_view delta, const std::string &before)
        : delta_(delta), before_(before)
    {
    }

    Result<std::string> Run()
    {
        std::size_t before_size = Number();
        std::size_t size = Number();
        if (before_size != before_.size() || size > kMaxSize) {
            return BadInput("the binary delta is for another file");
        }
        while (at_ < delta_.size() && !broken_ && out_.size() <= size) {
            unsigned command = Byte();
            if (command & 0x80) {
                Copy(command);
            } else {
                Insert(command);
            }
        }
        if (broken_ || out_.size() != size) {
            return BadInput("the binary delta is damaged");
        }
        return std::move(out_);
    }

 private:
    unsigned Byte()
    {
        if (at_ >= delta_.size()) {
            broken_ = true;
            return 0;
        }
        return static_cast<unsigned char>(delta_[at_++]);
    }

    // Seven bits to a byte, the least significant first.
    std::size_t Number()
    {
        std::size_t value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            unsigned byte = Byte();
            value |= std::size_t(byte & 0x7f) << shift;
            if (!(byte & 0x80)) {
                break;
            }
        }
        return value;
    }

    void Copy(unsigned command)
    {
        std::size_t offset = 0;
        std::size_t size = 0;
        for (int i = 0; i < 4; i++) {
            offset |= command >> i & 1 ? std::size_t(Byte()) << (8 * i) : 0;
        }
        for (int i = 0; i < 3; i++) {
            size |= command >> (4 + i) & 1 ? std::size_t(Byte()) << (8 * i)
                                           : 0;
        }
        size = size ? size : 0x10000;
        if (offset > before_.size() || size > before_.size() - offset) {
            broken_ = true;
            return;
        }
        out_.append(before_, offset, size);
    }

    void Insert(unsigned size)
    {
        if (size == 0 || size > delta_.size() - at_) {
            broken_ = true;
            return;
        }
        out_.append(delta_.substr(at_, size));
        at_ += size;
    }

    std::string_view delta_;
    const std::string &before_;
    std::size_t at_ = 0;
    bool broken_ = false;
    std::string out_;
};

// "literal 123" or "delta 123".
bool ReadHeader(std::string_view line, bool *delta, std::size_t *size)
{
    for (std::string_view word : {"literal ", "delta "}) {
        if (line.starts_with(word)) {
            *delta = word[0] == 'd';
            line.remove_prefix(word.size());
            auto end = line.data() + line.size();
            auto read = std::from_chars(line.data(), end, *size);
            return read.ec == std::errc() && read.ptr == end &&
                   *size <= kMaxSize;
        }
    }
    return false;
}

}  // namespace

Result<std::string> ApplyBinary(const std::vector<std::string> &lines,
                                const std::string &before)
{
    bool delta = false;
    std::size_t size = 0;
    if (lines.empty() || !ReadHeader(lines[0], &delta, &size)) {
        return BadInput("its binary content is not in the patch");
    }
    std::string packed;
    for (std::size_t i = 1; i < lines.size() && !lines[i].empty(); i++) {
        if (!DecodeLine(lines[i], &packed)) {
            return BadInput(fmt::format(
                "line {} of its binary content is damaged", i));
        }
    }
    Result<std::string> data = InflateZlib(packed, size);
    if (!data || !delta) {
        return data;
    }
    return DeltaReader(*data, before).Run();
}

}  // namespace laio
