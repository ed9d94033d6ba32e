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
    uint64_t wakeups = 0;  // turns that completed something
    LatencyHistogram latency;  // of one request in kTimed
};

struct MeasurementLimits {
    uint64_t ios = 0;  // requests measured; 0: until the time is over
    uint64_t runtime_ms = 1000;
    uint64_t warm_up_ms = 100;  // with `ios`: a tenth of them instead
};

class Measurement {
 public:
    using Clock = std::chrono::steady_clock;

    // One request in so many is timed: two looks at the clock for each would
    // cost as much as the request. No divisor of a usual queue depth, so that
    // every place in a batch has its turn.
    static constexpr unsigned kTimed = 7;

    // Keeps:  `kernel`, which must outlive it.
    Measurement(const CountingKernel &kernel, MeasurementLimits limits)
        : kernel_(kernel), limits_(limits), begin_(Clock::now()),
          wanted_(limits.ios > 0 ? limits.ios / 10 + 1 : 0) {}

    // Returns:  the time, to be given to Finished(); nothing for a request
    //           that is not timed.
    Clock::time_point Started()
    {
        if (++untimed_ < kTimed) {
            return {};
        }
        untimed_ = 0;
        return Clock::now();
    }

    // Takes note of a request that is over.
    void Finished(Clock::time_point started)
    {
        if (over_) {
            return;
        }
        finished_++;
        if (finished_ == wanted_ || started != Clock::time_point()) {
            Look(started);
        }
    }

    // Takes note of a turn of the loop that completed something.
    void WokeUp() { wakeups_++; }

    // Whether the limits are reached; the result changes no more.
    bool over() const { return over_; }

    const LoadResult &result() const { return result_; }

 private:
    // What the counters of the process said at one time.
    struct Snapshot {
        Clock::time_point time;
        rusage usage{};
        CallCounts calls;
        uint64_t wakeups = 0;
    };

    Snapshot Take(Clock::time_point now) const;
    // The part of Finished() that needs the time.
    void Look(Clock::time_point started);
    bool IsReached(Clock::time_point from, uint64_t ms,
                   Clock::time_point now) const;
    void End(Clock::time_point now);

    const CountingKernel &kernel_;
    MeasurementLimits limits_;
    Clock::time_point begin_;
    unsigned untimed_ = 0;
    uint64_t finished_ = 0;  // in this part: warming up, or measuring
    uint64_t wanted_;        // what ends this part; 0: the time does
    uint64_t wakeups_ = 0;
    bool warm_ = false;
    bool over_ = false;
    Snapshot measured_from_;
    LoadResult result_;
};

}  // namespace laio

#endif  // TESTS_BENCH_MEASUREMENT_H
