// Where the requests of one job go: offsets and directions, one after another.
//
// A value. Thread: one at a time.

#ifndef TESTS_BENCH_ACCESS_STREAM_H
#define TESTS_BENCH_ACCESS_STREAM_H

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace laio {

struct AccessPattern {
    bool random = true;
    int read_percent = 100;  // of the requests; the others write

    bool writes() const { return read_percent < 100; }
};

// The names of patterns: read, randread, write, randwrite, rw, randrw.
std::vector<std::string> AccessPatternNames();

// Requires: one of these names.
AccessPattern AccessPatternOf(const std::string &name);

struct Access {
    uint64_t offset = 0;  // bytes; a multiple of the block size
    bool write = false;
};

class AccessStream {
 public:
    // The job's own share of a file when it goes through it in order; any part
    // of it when it goes at random.
    //
    //   blocks  of the file, at least 1
    //   bs      bytes of a block
    //   job     which of `jobs`
    AccessStream(const AccessPattern &pattern, uint64_t blocks, size_t bs,
                 unsigned job, unsigned jobs, uint64_t seed);

    Access Next();

 private:
    AccessPattern pattern_;
    uint64_t blocks_;
    size_t bs_;
    uint64_t next_block_;
    std::mt19937_64 random_;
};

}  // namespace laio

#endif  // TESTS_BENCH_ACCESS_STREAM_H
