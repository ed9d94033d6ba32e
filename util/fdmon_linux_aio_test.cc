// A loop that sleeps where requests end.

#include <fcntl.h>
#include <unistd.h>

#include "util/linux_aio_sleep_fixture.h"

namespace {

TEST_F(LinuxAioSleepTest, LoopSleepsInTheContextWhileARequestIsSilent)
{
    disk.Submit();
    EXPECT_EQ(disk.sleep.silent, 1u);
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
    EXPECT_EQ(kernel.sleeps, 1);
    EXPECT_EQ(kernel.last_timeout_ns, -1);
    EXPECT_EQ(kernel.fetches, 1);
    EXPECT_EQ(kernel.polls, 0);
    EXPECT_EQ(disk.sleep.silent, 0u);
}

TEST_F(LinuxAioSleepTest, LoopWithoutSilentRequestsSleepsAsEver)
{
    CountingNotifier notifier(ctx);
    kernel.on_sleep = [&] { notifier.Set(); };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(kernel.fetches, 0);
    EXPECT_EQ(kernel.polls, 1);
    EXPECT_EQ(kernel.last_nfds, 3u);
    EXPECT_FALSE(disk.sleep.armed);
}

TEST_F(LinuxAioSleepTest, DescriptorsWakeItAgainAndAgain)
{
    CountingNotifier notifier(ctx);
    disk.Submit();
    kernel.on_sleep = [&] { notifier.Set(); };
    for (int times = 1; times <= 3; times++) {
        EXPECT_TRUE(PollBlocking());
        EXPECT_EQ(notifier.runs, times);
        EXPECT_EQ(kernel.sleeps, times);
    }
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
}

TEST_F(LinuxAioSleepTest, DescriptorThatIsReadyBeforeTheSleepEndsItAtOnce)
{
    CountingNotifier notifier(ctx);
    disk.Submit();
    notifier.Set();
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(notifier.runs, 1);
    EXPECT_EQ(kernel.sleeps, 0);
    EXPECT_EQ(disk.done, 0);
}

TEST_F(LinuxAioSleepTest, NewAndRemovedHandlersAreHeardOfAndNotHeardOf)
{
    CountingNotifier removed(ctx);
    disk.Submit();
    kernel.on_sleep = [&] { removed.Set(); };
    EXPECT_TRUE(PollBlocking());
    removed.Unregister();
    CountingNotifier added(ctx);
    kernel.on_sleep = [&] {
        removed.Set();
        added.Set();
    };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(removed.runs, 1);
    EXPECT_EQ(added.runs, 1);
}

TEST_F(LinuxAioSleepTest, NewHandlerIsHeardOfWhileRequestsKeepEnding)
{
    disk.Submit();
    FinishAsleep();
    EXPECT_TRUE(disk.sleep.armed);
    CountingNotifier added(ctx);
    added.Set();
    for (size_t nth = 1; nth < Disk::kRequests && added.runs == 0; nth++) {
        disk.Submit();
        disk.Finish(nth);
        EXPECT_TRUE(PollBlocking());
    }
    EXPECT_EQ(added.runs, 1);
    EXPECT_EQ(kernel.sleeps, 1);
}

TEST_F(LinuxAioSleepTest, NotifierWakesItAndIsCleared)
{
    CountingBh bh(ctx);
    disk.Submit();
    kernel.on_sleep = [&] { bh.Schedule(); };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(bh.runs, 1);
    kernel.on_sleep = nullptr;
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 2) << "the notifier was cleared";
}

TEST_F(LinuxAioSleepTest, TimerEndsIt)
{
    disk.Submit();
    QEMUTimer timer = {};
    int fired = 0;
    aio_timer_init(
        ctx, &timer, QEMU_CLOCK_REALTIME, SCALE_NS,
        [](void *opaque) { ++*static_cast<int *>(opaque); }, &fired);
    timer_mod(&timer, kernel.now_ns + 5000000);
    Poll();  // takes the notification of the arming
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(fired, 1);
    EXPECT_EQ(kernel.last_timeout_ns, 5000000);
    EXPECT_EQ(kernel.fetches, 1);
}

TEST_F(LinuxAioSleepTest, TurnThatDoesNotBlockFindsBoth)
{
    CountingNotifier notifier(ctx);
    disk.Submit();
    EXPECT_FALSE(Poll());
    notifier.Set();
    disk.Finish();
    EXPECT_TRUE(Poll());
    EXPECT_EQ(notifier.runs, 1);
    EXPECT_EQ(disk.done, 1);
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(LinuxAioSleepTest, TurnInsideAHandlerSleepsThereAsWell)
{
    CountingNotifier notifier(ctx, [this] { FinishAsleep(); });
    disk.Submit();
    kernel.on_sleep = [&] { notifier.Set(); };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(disk.done, 1);
}

TEST_F(LinuxAioSleepTest, DescriptorOfNoEpollSetMakesLaterRequestsSignal)
{
    disk.Submit();
    int calls = 0;
    int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    ASSERT_GE(fd, 0);
    aio_set_fd_handler(
        ctx, fd, [](void *opaque) { ++*static_cast<int *>(opaque); }, nullptr,
        nullptr, nullptr, &calls);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(calls, 1);
    EXPECT_FALSE(disk.sleep.may_be_silent);
    disk.Finish();
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(disk.done, 1);
    aio_set_fd_handler(ctx, fd, nullptr, nullptr, nullptr, nullptr, nullptr);
    close(fd);
}

TEST_F(LinuxAioSleepTest, ClosedTooEarlyADescriptorDoesNotDeafenTheLoop)
{
    CountingNotifier closed(ctx);
    CountingNotifier other(ctx);
    disk.Submit();
    kernel.on_sleep = [&] { other.Set(); };
    EXPECT_TRUE(PollBlocking());
    kernel.on_sleep = nullptr;
    EXPECT_FALSE(PollBlocking());
    EXPECT_TRUE(disk.sleep.armed);
    const int fd = event_notifier_get_fd(&closed);
    const int duplicate = dup(fd);
    event_notifier_cleanup(&closed);
    aio_set_fd_handler(ctx, fd, nullptr, nullptr, nullptr, nullptr, nullptr);
    EXPECT_FALSE(disk.sleep.armed) << "it watched the old set";
    kernel.on_sleep = [&] { other.Set(); };
    while (other.runs < 2) {
        PollBlocking();
    }
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
    close(duplicate);
}

TEST_F(LinuxAioSleepTest, SilencedExternalDescriptorDoesNotWakeIt)
{
    CountingNotifier external(ctx);
    aio_set_event_notifier_external(ctx, &external, true,
                                    CountingNotifier::Read, nullptr, nullptr);
    disk.Submit();
    kernel.on_sleep = [&] { external.Set(); };
    EXPECT_TRUE(PollBlocking());
    aio_disable_external(ctx);
    external.Set();
    kernel.on_sleep = nullptr;
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.last_timeout_ns, -1);
    EXPECT_EQ(external.runs, 1);
    aio_enable_external(ctx);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(external.runs, 2);
}

TEST_F(LinuxAioSleepTest, RequestsSignalOnceAGMainContextMayDriveTheLoop)
{
    disk.Submit();
    g_source_unref(aio_get_g_source(ctx));
    Poll();
    disk.Submit();
    EXPECT_EQ(disk.sleep.silent, 1u);
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
}

TEST_F(LinuxAioSleepTest, OnlyTheFirstOfTwoContextsIsSleptIn)
{
    Disk second;
    ASSERT_TRUE(second.Open());
    second.Attach(ctx);
    EXPECT_TRUE(disk.sleep.may_be_silent);
    EXPECT_FALSE(second.sleep.may_be_silent);
    disk.Detach();
    EXPECT_FALSE(disk.sleep.may_be_silent);
    EXPECT_TRUE(second.sleep.may_be_silent);
}

TEST_F(LinuxAioSleepTest, RequestsOfADetachedContextEndInTheNextLoop)
{
    AioContext *other = aio_context_new(&error_abort);
    disk.Submit();
    EXPECT_FALSE(PollBlocking());
    EXPECT_TRUE(disk.sleep.armed);
    disk.Detach();
    EXPECT_EQ(kernel.cancels, 1);
    EXPECT_FALSE(disk.sleep.armed);
    disk.Attach(other);
    kernel.on_sleep = [this] { disk.Finish(); };
    while (disk.done == 0) {
        aio_poll(other, true);
    }
    EXPECT_EQ(kernel.sleeps, 2) << "the cancelled poll's event is no sleep";
    disk.Detach();
    aio_context_unref(other);
}

}  // namespace
