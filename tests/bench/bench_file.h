// The file or device that a load runs on.

#ifndef TESTS_BENCH_BENCH_FILE_H
#define TESTS_BENCH_BENCH_FILE_H

#include <cstdint>
#include <string>
#include <utility>

#include "tools/base/result.h"

namespace laio {

// Owns the descriptor. Thread: one at a time.
struct BenchFile {
    int fd = -1;
    uint64_t bytes = 0;

    // Opens for reading alone unless `writable`.
    //
    //   min_bytes  how large it must be
    // Returns:  an Error of kind kBadInput when it cannot be opened so or is
    //           too small.
    static Result<BenchFile> Open(const std::string &path, bool direct,
                                  bool writable, uint64_t min_bytes);

    BenchFile() = default;
    BenchFile(BenchFile &&other) noexcept
        : fd(std::exchange(other.fd, -1)), bytes(other.bytes) {}
    ~BenchFile();
};

}  // namespace laio

#endif  // TESTS_BENCH_BENCH_FILE_H
