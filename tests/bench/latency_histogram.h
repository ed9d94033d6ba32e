// How long requests took: counts in buckets that grow with the time, in the
// way of HdrHistogram, to two digits over the whole range of 64 bits.
//
// A value: copied and added up freely. Thread: one at a time.

#ifndef TESTS_BENCH_LATENCY_HISTOGRAM_H
#define TESTS_BENCH_LATENCY_HISTOGRAM_H

#include <array>
#include <cstdint>

namespace laio {

class LatencyHistogram {
 public:
    void Add(uint64_t nanoseconds);

    uint64_t count() const { return count_; }

    // The time that `fraction` of the requests did not exceed, in
    // nanoseconds: at most 1/128 more than the true one.
    //
    //   fraction  from 0 to 1
    // Returns:  0 when nothing was added.
    uint64_t Percentile(double fraction) const;

 private:
    static constexpr int kStepBits = 7;  // buckets per power of two: 128
    static constexpr int kSteps = 1 << kStepBits;

    static int BucketOf(uint64_t nanoseconds);
    static uint64_t LargestOf(int bucket);

    std::array<uint64_t, (64 - kStepBits + 1) * kSteps> buckets_{};
    uint64_t count_ = 0;
};

}  // namespace laio

#endif  // TESTS_BENCH_LATENCY_HISTOGRAM_H
