// A load on a subject: so many requests kept in flight on one file, measured.
//
// Runs in the calling thread, which becomes the home of the AioContext.

#ifndef TESTS_BENCH_IO_LOAD_H
#define TESTS_BENCH_IO_LOAD_H

#include <cstddef>
#include <cstdint>
#include <string>

#include "tests/bench/counting_kernel.h"
#include "tests/bench/measurement.h"
#include "tests/harness/subject_api.h"
#include "tools/base/result.h"

namespace laio {

enum class AccessPattern { kRandomRead, kRead, kRandomWrite, kWrite };

struct LoadOptions {
    std::string file;
    bool direct = false;  // O_DIRECT
    AccessPattern rw = AccessPattern::kRandomRead;
    size_t bs = 4096;     // bytes per request; a multiple of 512
    unsigned qd = 32;     // requests in flight
    unsigned batch = 16;  // at most so many per plug; 1: none is plugged
    MeasurementLimits limits;
    uint64_t seed = 1;    // of the random offsets
};

// Opens the file, for writing only if `rw` writes, and runs the load.
//
// Requests are started from outside the completions of others, as a device
// does that hears of new ones between two turns of the loop.
//
// Requires: `kernel` is in force and outlives the call.
// Returns:  an Error of kind kUsage for impossible options, kBadInput for a
//           file that cannot be used or a subject that cannot be driven,
//           kEnvironment when there is no kernel AIO or a request failed.
Result<LoadResult> RunLoad(SubjectApi *api, const CountingKernel &kernel,
                           const LoadOptions &options);

}  // namespace laio

#endif  // TESTS_BENCH_IO_LOAD_H
