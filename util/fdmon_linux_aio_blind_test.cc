// A loop with silent requests that cannot be woken by all that happens: it
// looks every millisecond, and neither sleeps longer nor goes round without.

#include "util/g_main_poll.h"
#include "util/linux_aio_sleep_fixture.h"

namespace {

TEST_F(LinuxAioSleepTest, KernelWithoutPollMakesLaterRequestsSignal)
{
    kernel.poll_result = -EINVAL;
    disk.Submit();
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
    EXPECT_EQ(kernel.last_timeout_ns, 1000000) << "descriptors may be ready";
    disk.Submit();
    EXPECT_EQ(disk.sleep.silent, 0u);
    disk.Finish(1);
    disk.AwaitSignal();
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(disk.done, 2);
}

TEST_F(LinuxAioSleepTest, WithoutRoomForThePollItLooksEveryMillisecond)
{
    CountingNotifier notifier(ctx);
    kernel.poll_result = -EAGAIN;
    disk.Submit();
    kernel.on_sleep = [&] { notifier.Set(); };
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.last_timeout_ns, 1000000);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(notifier.runs, 1);
    EXPECT_TRUE(disk.sleep.may_be_silent);
    kernel.poll_result = 0;
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
    EXPECT_EQ(kernel.last_timeout_ns, -1);
}

// With ctx in a GMainContext.
class LinuxAioSleepInGlibTest : public LinuxAioSleepTest {
 protected:
    void SetUp() override
    {
        LinuxAioSleepTest::SetUp();
        if (!IsSkipped()) {
            disk.Submit();
            g_source_attach(&ctx->source, context);
            Iterate();  // GLib has woken itself up for the new descriptors
        }
    }
    void TearDown() override
    {
        LinuxAioSleepTest::TearDown();
        g_source_destroy(&ctx->source);
        g_main_context_unref(context);
    }

    bool Iterate() { return g_main_context_iteration(context, true); }

    GMainContext *context = g_main_context_new_on_io_kernel();
};

TEST_F(LinuxAioSleepInGlibTest, SilentRequestsAreLookedForEveryMillisecond)
{
    for (int times = 1; times <= 3; times++) {
        EXPECT_FALSE(Iterate());
        EXPECT_EQ(kernel.sleeps, times);
        EXPECT_EQ(kernel.last_timeout_ns, 1000000);
    }
    kernel.on_sleep = [this] { disk.Finish(); };
    EXPECT_TRUE(Iterate());
    EXPECT_EQ(disk.done, 1);
    kernel.on_sleep = [this] { aio_notify(ctx); };
    Iterate();
    EXPECT_EQ(kernel.last_timeout_ns, -1) << "none is left";
}

// A second context with a silent request, which was sent in another loop.
class TwoSilentContextsTest : public LinuxAioSleepTest {
 protected:
    void SetUp() override
    {
        LinuxAioSleepTest::SetUp();
        if (!IsSkipped()) {
            ASSERT_TRUE(second.Open());
            second.Attach(other);
            second.Submit();
            second.Detach();
            second.Attach(ctx);
            disk.Submit();
        }
    }
    void TearDown() override
    {
        if (second.loop) {
            second.Detach();
        }
        aio_context_unref(other);
        LinuxAioSleepTest::TearDown();
    }

    AioContext *other = aio_context_new(&error_abort);
    Disk second;
};

TEST_F(TwoSilentContextsTest, SecondIsLookedAtEveryMillisecond)
{
    for (int times = 1; times <= 3; times++) {
        EXPECT_FALSE(PollBlocking());
        EXPECT_EQ(kernel.sleeps, times);
        EXPECT_EQ(kernel.last_timeout_ns, 1000000);
    }
    kernel.on_sleep = [this] { second.Finish(); };
    EXPECT_FALSE(PollBlocking());
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(second.done, 1);
    EXPECT_EQ(kernel.sleeps, 4);
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
    EXPECT_EQ(kernel.last_timeout_ns, -1) << "one is left, and slept in";
}

TEST_F(TwoSilentContextsTest, FirstAndDescriptorsStillEndASleep)
{
    CountingNotifier notifier(ctx);
    kernel.on_sleep = [&] { notifier.Set(); };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(notifier.runs, 1);
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
    EXPECT_EQ(kernel.sleeps, 2);
    EXPECT_EQ(second.done, 0);
}

}  // namespace
