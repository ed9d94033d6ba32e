#include "tests/bench/latency_histogram.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(LatencyHistogramTest, NothingAddedIsZeroEverywhere)
{
    EXPECT_EQ(LatencyHistogram().Percentile(0.5), 0u);
}

TEST(LatencyHistogramTest, SmallValuesAreExact)
{
    LatencyHistogram h;
    for (uint64_t ns = 1; ns <= 20; ns++) {
        h.Add(ns);
    }
    EXPECT_EQ(h.Percentile(0.5), 10u);
    EXPECT_EQ(h.Percentile(0.95), 19u);
    EXPECT_EQ(h.Percentile(1), 20u);
    EXPECT_EQ(h.count(), 20u);
}

TEST(LatencyHistogramTest, NoValueIsReportedSmallerOrMuchLarger)
{
    for (uint64_t ns = 1; ns < uint64_t{1} << 62; ns += ns / 4 + 1) {
        LatencyHistogram h;
        h.Add(ns);
        EXPECT_GE(h.Percentile(0.5), ns);
        EXPECT_LE(h.Percentile(0.5), ns + ns / 128);
    }
}

TEST(LatencyHistogramTest, LargestTimeHasABucket)
{
    LatencyHistogram h;
    h.Add(UINT64_MAX);
    EXPECT_EQ(h.Percentile(1), UINT64_MAX);
}

TEST(LatencyHistogramTest, RareSlowOnesShowOnlyInTheTail)
{
    LatencyHistogram h;
    for (int i = 0; i < 998; i++) {
        h.Add(1000);
    }
    h.Add(1000000);
    h.Add(1000000);
    EXPECT_LT(h.Percentile(0.99), 1100u);
    EXPECT_GE(h.Percentile(0.999), 1000000u);
}

}  // namespace
}  // namespace laio
