// A load on a subject, measured.
//
// Runs in the calling thread, which becomes the home of the AioContext.

#ifndef TESTS_BENCH_IO_LOAD_H
#define TESTS_BENCH_IO_LOAD_H

#include "tests/bench/counting_kernel.h"
#include "tests/bench/load_options.h"
#include "tests/bench/measurement.h"
#include "tests/harness/subject_api.h"
#include "tools/base/result.h"

namespace laio {

// Requests are started from outside the completions of others, as a device
// does that hears of new ones between two turns of the loop; jobs are as many
// such devices.
//
// Requires: `kernel` is in force and outlives the call.
// Returns:  the errors of OpenBenchFile(); kBadInput for a subject that cannot
//           be driven, kEnvironment when there is no kernel AIO or a request
//           failed.
Result<LoadResult> RunLoad(SubjectApi *api, const CountingKernel &kernel,
                           const LoadOptions &options);

}  // namespace laio

#endif  // TESTS_BENCH_IO_LOAD_H
