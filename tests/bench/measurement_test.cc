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
    EXPECT_EQ(measurement_.result().ios, 0u);
    Finish(1);
    EXPECT_EQ(measurement_.result().ios, 1u);
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

TEST_F(MeasurementTest, WhatComesAfterTheEndChangesNothing)
{
    Finish(3 + 20 + 5);
    EXPECT_EQ(measurement_.result().ios, 20u);
    EXPECT_EQ(measurement_.result().latency.count(), 20u);
    EXPECT_EQ(measurement_.result().calls.io_submit, 20u);
}

}  // namespace
}  // namespace laio
