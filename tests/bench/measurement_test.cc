#include "tests/bench/measurement.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

// Counts calls of nothing.
class IdleKernel : public IoKernel {
 public:
    int setup(int, io_context_t *) override { return 0; }
    int submit(io_context_t, long nr, iocb **) override
    {
        return static_cast<int>(nr);
    }
    int getevents(io_context_t, long, long, io_event *, timespec *) override
    {
        return 0;
    }
    int cancel(io_context_t, iocb *, io_event *) override { return 0; }
    int destroy(io_context_t) override { return 0; }
    int poll(pollfd *, unsigned, int64_t) override { return 0; }
};

class MeasurementTest : public ::testing::Test {
 protected:
    void Finish(int count)
    {
        for (int i = 0; i < count; i++) {
            kernel_.submit(nullptr, 1, nullptr);
            measurement_.Finished(Measurement::Clock::now());
        }
    }

    IdleKernel idle_;
    CountingKernel kernel_{&idle_};
    Measurement measurement_{kernel_, {.ios = 20}};
};

TEST_F(MeasurementTest, WarmUpDoesNotCount)
{
    Finish(3);  // more than a tenth of 20
    Finish(20);
    EXPECT_EQ(measurement_.result().ios, 20u);
    EXPECT_EQ(measurement_.result().latency.count(), 20u);
}

TEST_F(MeasurementTest, EndsWithTheRequestThatWasWanted)
{
    Finish(3 + 19);
    EXPECT_FALSE(measurement_.over());
    Finish(1);
    EXPECT_TRUE(measurement_.over());
    EXPECT_EQ(measurement_.result().calls.io_submit, 20u);
    EXPECT_EQ(measurement_.result().calls.poll, 0u);
}

TEST_F(MeasurementTest, FetchingAndSleepingAreToldApart)
{
    kernel_.getevents(nullptr, 0, 8, nullptr, nullptr);
    kernel_.getevents(nullptr, 1, 1, nullptr, nullptr);
    kernel_.getevents(nullptr, 1, 1, nullptr, nullptr);
    EXPECT_EQ(kernel_.counts().io_getevents, 3u);
    EXPECT_EQ(kernel_.counts().io_getevents_waits, 2u);
}

TEST_F(MeasurementTest, WhatComesAfterTheEndChangesNothing)
{
    Finish(3 + 20 + 5);
    EXPECT_EQ(measurement_.result().ios, 20u);
    EXPECT_EQ(measurement_.result().latency.count(), 20u);
    EXPECT_EQ(measurement_.result().calls.io_submit, 20u);
}

TEST_F(MeasurementTest, OneRequestInSevenIsTimedAndAllCount)
{
    unsigned timed = 0;
    while (!measurement_.over()) {
        const auto started = measurement_.Started();
        timed += started != Measurement::Clock::time_point();
        measurement_.Finished(started);
    }
    EXPECT_EQ(timed, (3u + 20u) / Measurement::kTimed);
    EXPECT_EQ(measurement_.result().ios, 20u);
    EXPECT_LE(measurement_.result().latency.count(), timed);
    EXPECT_GT(measurement_.result().latency.count(), 0u);
}

TEST_F(MeasurementTest, WakeUpsOfTheWarmUpDoNotCount)
{
    for (int i = 0; i < 3 + 20; i++) {
        measurement_.WokeUp();
        Finish(1);
    }
    EXPECT_EQ(measurement_.result().wakeups, 20u);
}

TEST_F(MeasurementTest, ReadsThatOthersCountAreCounted)
{
    uint64_t reads = 5;
    CountingKernel kernel(&idle_, &reads);
    const CallCounts before = kernel.counts();
    reads += 2;
    EXPECT_EQ((kernel.counts() - before).read, 2u);
}

}  // namespace
}  // namespace laio
