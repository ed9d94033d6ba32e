#include "tests/differential/file_model.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace laio {
namespace {

constexpr size_t kSector = 512;
// Of each request's place: more than a request has.
constexpr long long kFilledBytes = 8192;

// FNV-1a.
uint64_t Digest(const unsigned char *bytes, size_t count)
{
    uint64_t digest = 0xcbf29ce484222325;
    for (size_t i = 0; i < count; i++) {
        digest = (digest ^ bytes[i]) * 0x100000001b3;
    }
    return digest;
}

const char *KindOf(unsigned char byte, long long offset_bytes)
{
    return byte == FileByte(offset_bytes) ? "file"
           : byte == 0                    ? "zero"
                                          : "other";
}

FileImage MakeFirstImage()
{
    FileImage image(kFileBytes);
    for (long long n = kMostOfCaller + 1; n * kRequestStride < kFileBytes;
         n++) {
        const long long first = n * kRequestStride;
        const long long end = std::min(first + kFilledBytes, kFileBytes);
        for (long long at = first; at < end; at++) {
            image[static_cast<size_t>(at)] = FileByte(at);
        }
    }
    return image;
}

}  // namespace

long long OffsetOf(int nth, bool writes)
{
    const int place = writes                   ? nth
                      : nth % 4 == kOverTheEnd ? 2 * kMostOfCaller + nth
                                               : kMostOfCaller + nth;
    return place * kRequestStride;
}

const FileImage &FirstImage()
{
    static const FileImage image = MakeFirstImage();
    return image;
}

std::string BytesText(const unsigned char *bytes, size_t count,
                      long long offset_bytes)
{
    std::string text;
    bool strange = false;
    for (size_t i = 0; i < count;) {
        const std::string kind =
            KindOf(bytes[i], offset_bytes + static_cast<long long>(i));
        const size_t first = i;
        while (i < count &&
               kind == KindOf(bytes[i],
                              offset_bytes + static_cast<long long>(i))) {
            i++;
        }
        strange |= kind == "other";
        text += fmt::format("{}{} {}", first ? ", " : "", kind, i - first);
    }
    // Then the runs may be many and mean nothing.
    return strange ? fmt::format("{} other bytes, digest {:016x}", count,
                                 Digest(bytes, count))
                   : text;
}

std::string ImageText(const FileImage &image)
{
    const FileImage &first = FirstImage();
    std::string text = fmt::format("file: {} bytes\n", image.size());
    for (size_t at = 0; at < image.size(); at += kSector) {
        const size_t count = std::min(kSector, image.size() - at);
        const bool same = at + count <= first.size() &&
                          !std::memcmp(&image[at], &first[at], count);
        if (!same) {
            text += fmt::format("file at {}: {}\n", at,
                                BytesText(&image[at], count,
                                          static_cast<long long>(at)));
        }
    }
    return text;
}

}  // namespace laio
