// What a load does: so many requests kept in flight on one file.

#ifndef TESTS_BENCH_LOAD_OPTIONS_H
#define TESTS_BENCH_LOAD_OPTIONS_H

#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/bench/access_stream.h"
#include "tests/bench/bench_file.h"
#include "tests/bench/measurement.h"
#include "tools/base/result.h"

namespace laio {

struct LoadOptions {
    std::string file;
    bool direct = false;  // O_DIRECT
    AccessPattern rw;
    size_t bs = 4096;     // bytes per request; a multiple of 512
    unsigned qd = 32;     // requests in flight, of each job
    unsigned jobs = 1;    // that share the loop, each with its own batches
    unsigned batch = 1;   // at most so many per plug; 1: none is plugged
    int64_t poll_ns = 0;  // the loop may poll so long before it sleeps
    MeasurementLimits limits;
    uint64_t seed = 1;    // of the random offsets
};

// Opens the file, for writing only if `rw` writes.
//
// Returns:  an Error of kind kUsage for impossible options, kBadInput for a
//           file that cannot be used.
Result<BenchFile> OpenBenchFile(const LoadOptions &options);

}  // namespace laio

#endif  // TESTS_BENCH_LOAD_OPTIONS_H
