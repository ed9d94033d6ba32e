// The part of a load that counts: after the warm-up, until enough is seen.
//
// Thread: the one that runs the load.

#ifndef TESTS_BENCH_MEASUREMENT_H
#define TESTS_BENCH_MEASUREMENT_H

#include <sys/resource.h>

#include <chrono>
#include <cstdint>

#include "tests/bench/counting_kernel.h"
#include "tests/bench/latency_histogram.h"

namespace laio {

struct LoadResult {
    uint64_t ios = 0;
    double seconds = 0;
    double user_seconds = 0;
    double system_seconds = 0;
    CallCounts calls;
    LatencyHistogram latency;
};

struct MeasurementLimits {
    uint64_t ios = 0;  // requests measured; 0: until the time is over
    uint64_t runtime_ms = 1000;
    uint64_t warm_up_ms = 100;  // with `ios`: a tenth of them instead
};

class Measurement {
 public:
    using Clock = std::chrono::steady_clock;

    // Keeps:  `kernel`, which must outlive it.
    Measurement(const CountingKernel &kernel, MeasurementLimits limits)
        : kernel_(kernel), limits_(limits), begin_(Clock::now()) {}

    // Takes note of a request that was started at `started` and is over.
    void Finished(Clock::time_point started);

    // Whether the limits are reached; the result changes no more.
    bool over() const { return over_; }

    const LoadResult &result() const { return result_; }

 private:
    // What the counters of the process said at one time.
    struct Snapshot {
        Clock::time_point time;
        rusage usage{};
        CallCounts calls;
    };

    Snapshot Take(Clock::time_point now) const;
    bool IsWarm(Clock::time_point now) const;
    bool IsEnough(Clock::time_point now) const;
    void End(Clock::time_point now);

    const CountingKernel &kernel_;
    MeasurementLimits limits_;
    Clock::time_point begin_;
    uint64_t warm_up_ios_ = 0;
    bool warm_ = false;
    bool over_ = false;
    Snapshot measured_from_;
    LoadResult result_;
};

}  // namespace laio

#endif  // TESTS_BENCH_MEASUREMENT_H
