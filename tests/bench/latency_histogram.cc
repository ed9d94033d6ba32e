#include "tests/bench/latency_histogram.h"

#include <bit>
#include <cmath>

namespace laio {

// Values below kSteps have a bucket each; from there on, the bits behind the
// leading one choose among the kSteps buckets of their power of two.
int LatencyHistogram::BucketOf(uint64_t nanoseconds)
{
    const int extra_bits =
        static_cast<int>(std::bit_width(nanoseconds)) - 1 - kStepBits;
    if (extra_bits < 0) {
        return static_cast<int>(nanoseconds);
    }
    const int step =
        static_cast<int>(nanoseconds >> extra_bits) & (kSteps - 1);
    return (extra_bits + 1) * kSteps + step;
}

uint64_t LatencyHistogram::LargestOf(int bucket)
{
    const int extra_bits = bucket / kSteps - 1;
    if (extra_bits < 0) {
        return bucket;
    }
    const uint64_t leading = kSteps + bucket % kSteps;
    return (leading << extra_bits) + ((uint64_t{1} << extra_bits) - 1);
}

void LatencyHistogram::Add(uint64_t nanoseconds)
{
    buckets_[BucketOf(nanoseconds)]++;
    count_++;
}

uint64_t LatencyHistogram::Percentile(double fraction) const
{
    const auto wanted = static_cast<uint64_t>(
        std::ceil(fraction * static_cast<double>(count_)));
    uint64_t seen = 0;
    for (size_t bucket = 0; bucket < buckets_.size(); bucket++) {
        seen += buckets_[bucket];
        if (buckets_[bucket] > 0 && seen >= wanted) {
            return LargestOf(static_cast<int>(bucket));
        }
    }
    return 0;
}

}  // namespace laio
