// The file of the differential test, as a value: where each request goes and
// what is there at first.
//
// No two requests touch the same bytes, so the order in which a kernel serves
// them changes nothing that a caller may see. Writes lie below the reads, and
// only reads go over the end, so the file never changes its length.
// Values; any thread.

#ifndef TESTS_DIFFERENTIAL_FILE_MODEL_H
#define TESTS_DIFFERENTIAL_FILE_MODEL_H

#include <cstddef>
#include <string>
#include <vector>

#include "tests/fake_kernel/fake_kernel.h"

namespace laio {

// Requests of one program.
inline constexpr int kMostOfCaller = 24;
// The first read over the end finds so many bytes in the file.
inline constexpr long long kBytesBeforeEnd = 612;
// The third request, if it reads, is the first over the end; then the
// seventh, ...: those find nothing.
inline constexpr int kOverTheEnd = 3;
inline constexpr long long kFileBytes =
    (2 * kMostOfCaller + kOverTheEnd) * kRequestStride + kBytesBeforeEnd;

// Where the `nth` request of a program, from 1 on, is in the file.
long long OffsetOf(int nth, bool writes);

using FileImage = std::vector<unsigned char>;

// FileByte() where reads go and zeros elsewhere.
const FileImage &FirstImage();

// What bytes look like, from `offset_bytes` of the file on: runs of the
// file's own bytes, of zeros and of others, the last with a digest.
// `file 512, zero 512`.
std::string BytesText(const unsigned char *bytes, size_t count,
                      long long offset_bytes);

// A line for each sector that is not as in FirstImage(), and the length.
std::string ImageText(const FileImage &image);

}  // namespace laio

#endif  // TESTS_DIFFERENTIAL_FILE_MODEL_H
