// A loop that sleeps where requests end, on the kernel itself. The requests
// are polls of eventfds, which end when the test says so.

#include "util/fdmon_linux_aio.h"

#include <fcntl.h>
#include <unistd.h>

#include <deque>
#include <memory>

#include "util/loop_fixture.h"

namespace {

// What a backend is to the loop, without a ring: events are fetched.
class Disk {
 public:
    static constexpr int kRequests = 8;

    // False where the kernel has no AIO.
    bool Open()
    {
        if (io_setup(kRequests + 1, &sleep.ctx) != 0) {
            return false;
        }
        event_notifier_init(&notifier, false);
        sleep.notifier = &notifier;
        sleep.has_events = [](LinuxAioSleep *s) { return Of(s)->Look(); };
        sleep.take_event = [](LinuxAioSleep *s, const io_event *event) {
            return Of(s)->Take(*event);
        };
        sleep.disk = this;
        return true;
    }
    ~Disk()
    {
        if (loop) {
            Detach();
        }
        io_destroy(sleep.ctx);
        for (Request &request : requests) {
            event_notifier_cleanup(&request.file);
        }
        event_notifier_cleanup(&notifier);
    }

    void Attach(AioContext *ctx)
    {
        loop = ctx;
        aio_set_event_notifier(ctx, &notifier, Ready, NeverAsked, Ready);
        aio_add_linux_aio(ctx, &sleep);
    }
    void Detach()
    {
        aio_remove_linux_aio(loop, &sleep);
        aio_set_event_notifier(loop, &notifier, nullptr);
        loop = nullptr;
    }

    // Starts a request that ends once it is finished.
    void Submit()
    {
        Request &request = requests.emplace_back();
        iocb *iocb = &request.iocb;
        event_notifier_init(&request.file, false);
        io_prep_poll(iocb, event_notifier_get_fd(&request.file), POLLIN);
        iocb->data = &request;
        if (sleep.may_be_silent) {
            sleep.silent++;
        } else {
            io_set_eventfd(iocb, event_notifier_get_fd(&notifier));
        }
        ASSERT_EQ(io_kernel_real()->submit(sleep.ctx, 1, &iocb), 1);
    }
    void Finish(size_t nth = 0) { event_notifier_set(&requests[nth].file); }
    // The kernel signals the end of a poll from a thread of its own.
    void AwaitSignal()
    {
        pollfd fd = {event_notifier_get_fd(&notifier), POLLIN, 0};
        ASSERT_EQ(poll(&fd, 1, -1), 1);
    }

    struct Sleep : LinuxAioSleep {
        Disk *disk;
    };

    Sleep sleep = {};
    int done = 0;
    AioContext *loop = nullptr;

 private:
    struct Request {
        EventNotifier file;
        struct iocb iocb = {};
    };

    static Disk *Of(LinuxAioSleep *s) { return static_cast<Sleep *>(s)->disk; }
    static bool NeverAsked(void *) { return false; }
    static void Ready(EventNotifier *notifier)
    {
        Disk *disk = static_cast<Notifier *>(notifier)->disk;
        event_notifier_test_and_clear(notifier);
        disk->Look();
        disk->done += std::exchange(disk->ended, 0);
    }

    bool Look()
    {
        struct timespec zero = {};
        io_event event;
        while (io_kernel_real()->getevents(sleep.ctx, 0, 1, &event, &zero) ==
               1) {
            if (!Take(event)) {
                aio_stray_event(&sleep, &event);
            }
        }
        return ended > 0;
    }

    bool Take(const io_event &event)
    {
        for (Request &request : requests) {
            if (event.data == &request) {
                sleep.silent -= !(request.iocb.u.c.flags & 1);
                ended++;
                return true;
            }
        }
        return false;
    }

    struct Notifier : EventNotifier {
        Disk *disk;
    };

    Notifier notifier = {{-1, -1, false}, this};
    std::deque<Request> requests;
    int ended = 0;  // and nobody was told yet
};

class LinuxAioSleepTest : public LoopTest {
 protected:
    void SetUp() override
    {
        if (!disk.Open()) {
            GTEST_SKIP() << "no kernel AIO here";
        }
        disk.Attach(ctx);
    }
    void TearDown() override
    {
        if (disk.loop) {
            disk.Detach();
        }
    }

    // Finishes the request when the loop sleeps, and turns once.
    void FinishAsleep()
    {
        kernel.on_sleep = [this] { disk.Finish(); };
        PollBlocking();
        kernel.on_sleep = nullptr;
    }

    Disk disk;
};

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

TEST_F(LinuxAioSleepTest, GMainContextDoesNotSleepOnSilentRequests)
{
    disk.Submit();
    GMainContext *context = g_main_context_new();
    g_source_attach(&ctx->source, context);
    EXPECT_FALSE(g_main_context_iteration(context, true));
    disk.Finish();
    EXPECT_TRUE(g_main_context_iteration(context, true));
    EXPECT_EQ(disk.done, 1);
    disk.Detach();
    g_source_destroy(&ctx->source);
    g_main_context_unref(context);
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

TEST_F(LinuxAioSleepTest, SilentRequestsOfTwoContextsKeepTheLoopAwake)
{
    AioContext *other = aio_context_new(&error_abort);
    auto second = std::make_unique<Disk>();
    ASSERT_TRUE(second->Open());
    second->Attach(other);
    second->Submit();
    second->Detach();
    second->Attach(ctx);
    disk.Submit();
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 0);
    second->Finish();
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(second->done, 1);
    FinishAsleep();
    EXPECT_EQ(disk.done, 1);
    EXPECT_EQ(kernel.sleeps, 1);
    second.reset();
    aio_context_unref(other);
}

}  // namespace
