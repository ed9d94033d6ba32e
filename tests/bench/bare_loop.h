// The floor: the same load without backend, event loop or callbacks.
//
// io_submit() and a read of the completion ring, nothing else; a program that
// did less would not do the requests.

#ifndef TESTS_BENCH_BARE_LOOP_H
#define TESTS_BENCH_BARE_LOOP_H

#include "tests/bench/counting_kernel.h"
#include "tests/bench/load_options.h"
#include "tests/bench/measurement.h"
#include "tools/base/result.h"

namespace laio {

enum class BareReap {
    kRing,       // the ring; io_getevents() only to sleep when it is empty
    kGetevents,  // io_getevents() only
};

// `poll_ns` above 0 never sleeps: the ring is read until there is something.
//
// Requires: `kernel` is in force.
// Returns:  the errors of OpenBenchFile(); one of kind kEnvironment when there
//           is no kernel AIO, no ring in it, or a request failed.
Result<LoadResult> RunBareLoop(const CountingKernel &kernel,
                               const LoadOptions &options, BareReap reap);

}  // namespace laio

#endif  // TESTS_BENCH_BARE_LOOP_H
