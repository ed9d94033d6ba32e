#include <unistd.h>

#include <array>
#include <memory>

#include "util/loop_fixture.h"

namespace {

using TurnTest = LoopTest;

// QEMU commit d3fa923044.
TEST_F(TurnTest, BlockingPollOfAnEmptyContextSleepsUntilNotified)
{
    kernel.on_sleep = [&] { aio_notify(ctx); };
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 1);
    EXPECT_EQ(kernel.last_timeout_ns, -1);
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 2);
}

// QEMU commits 70232b5253, b37548fcd1.
TEST_F(TurnTest, NotificationIsNoProgress)
{
    aio_notify(ctx);
    EXPECT_FALSE(Poll());
    EXPECT_FALSE(Poll());
}

TEST_F(TurnTest, NotificationBeforeABlockingPollKeepsItAwakeOnce)
{
    aio_notify(ctx);
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 0);
    PollBlocking();
    EXPECT_EQ(kernel.sleeps, 1);
}

// QEMU commit 21a03d17f2.
TEST_F(TurnTest, NotificationOutOfABottomHalfIsKeptForTheNextTurn)
{
    CountingBh bh(ctx, [&] { aio_notify(ctx); });

    bh.Schedule();
    EXPECT_TRUE(PollBlocking());
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(TurnTest, NotificationWhileItSleepsIsHeardThroughTheDescriptor)
{
    CountingBh bh(ctx);

    kernel.on_sleep = [&] { bh.Schedule(); };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(bh.runs, 1);
    kernel.on_sleep = {};
    PollBlocking();
    EXPECT_EQ(kernel.sleeps, 2) << "the descriptor was not cleared";
}

TEST_F(TurnTest, SetNotifierIsCalledOnceAndIsProgress)
{
    CountingNotifier notifier(ctx);

    EXPECT_FALSE(Poll());
    notifier.Set();
    EXPECT_TRUE(PollBlocking());
    EXPECT_FALSE(Poll());
    EXPECT_EQ(notifier.runs, 1);
}

TEST_F(TurnTest, UnregisteredNotifierIsNotCalled)
{
    CountingNotifier notifier(ctx);

    notifier.Set();
    notifier.Unregister();
    EXPECT_FALSE(Poll());
    EXPECT_EQ(notifier.runs, 0);
}

TEST_F(TurnTest, BottomHalvesRunBeforeHandlers)
{
    std::string order;
    CountingNotifier notifier(ctx, [&] { order += "handler "; });
    CountingBh bh(ctx, [&] { order += "bh "; });

    notifier.Set();
    bh.Schedule();
    Poll();
    EXPECT_EQ(order, "bh handler ");
}

TEST_F(TurnTest, HandlerThatUnregistersItselfIsNotCalledAgain)
{
    CountingNotifier notifier(ctx, [&] {
        notifier.Set();
        notifier.Unregister();
    });

    notifier.Set();
    Poll();
    Poll();
    EXPECT_EQ(notifier.runs, 1);
}

TEST_F(TurnTest, HandlerThatUnregistersAReadyOnePreventsItsCall)
{
    std::unique_ptr<CountingNotifier> second;
    CountingNotifier first(ctx, [&] { second->Unregister(); });
    second = std::make_unique<CountingNotifier>(ctx);

    first.Set();
    second->Set();
    Poll();
    EXPECT_EQ(second->runs, 0);
}

// QEMU commits 00f7853332, 2db2bfc0cc.
TEST_F(TurnTest, NestedTurnMayUnregisterTheHandlersThatTheOuterOneWalks)
{
    std::unique_ptr<CountingNotifier> first, second;
    first = std::make_unique<CountingNotifier>(ctx, [&] {
        second->Set();
        EXPECT_TRUE(Poll());
        EXPECT_EQ(second->runs, 1);
    });
    second = std::make_unique<CountingNotifier>(ctx, [&] {
        first->Unregister();
        second->Unregister();
        EXPECT_FALSE(Poll());
    });

    first->Set();
    EXPECT_TRUE(Poll());
    EXPECT_FALSE(Poll());
}

TEST_F(TurnTest, NestedTurnTakesTheEventsOfTheOuterOne)
{
    std::unique_ptr<CountingNotifier> second;
    int runs_after_nested = -1;
    CountingNotifier first(ctx, [&] {
        Poll();
        runs_after_nested = second->runs;
    });
    second = std::make_unique<CountingNotifier>(ctx);

    first.Set();
    second->Set();
    Poll();
    EXPECT_EQ(runs_after_nested, 1);
    EXPECT_EQ(second->calls, 1);
}

TEST_F(TurnTest, EventThatIsGoneByTheNestedTurnIsForgottenByTheOuterOne)
{
    std::unique_ptr<CountingNotifier> second;
    CountingNotifier first(ctx, [&] {
        event_notifier_test_and_clear(second.get());
        Poll();
    });
    second = std::make_unique<CountingNotifier>(ctx);

    first.Set();
    second->Set();
    Poll();
    EXPECT_EQ(second->calls, 0);
}

// QEMU commit fef1660132.
TEST_F(TurnTest, HandlerReplacedInItsCallbackLeavesOnlyTheNewOne)
{
    static int new_runs;
    CountingNotifier notifier(ctx, [&] {
        aio_set_event_notifier(ctx, &notifier, [](EventNotifier *e) {
            event_notifier_test_and_clear(e);
            new_runs++;
        });
        notifier.Set();
    });

    new_runs = 0;
    notifier.Set();
    Poll();
    Poll();
    EXPECT_EQ(notifier.runs, 1);
    EXPECT_EQ(new_runs, 1);
}

class PipeTest : public LoopTest {
 protected:
    PipeTest() { EXPECT_EQ(pipe(ends.data()), 0); }
    ~PipeTest() override
    {
        aio_set_fd_handler(ctx, ends[0], nullptr, nullptr, nullptr);
        aio_set_fd_handler(ctx, ends[1], nullptr, nullptr, nullptr);
        close(ends[0]);
        close(ends[1]);
    }
    static void Count(void *opaque) { ++*static_cast<int *>(opaque); }
    std::array<int, 2> ends;
    int runs = 0;
};

TEST_F(PipeTest, ReadHandlerIsCalledWhileThereIsSomethingToRead)
{
    aio_set_fd_handler(ctx, ends[0], Count, nullptr, &runs);
    EXPECT_FALSE(Poll());
    EXPECT_EQ(write(ends[1], "x", 1), 1);
    EXPECT_TRUE(Poll());
    EXPECT_TRUE(Poll());
    EXPECT_EQ(runs, 2);
}

TEST_F(PipeTest, WriteHandlerIsCalledWhileThereIsRoom)
{
    aio_set_fd_handler(ctx, ends[1], nullptr, Count, &runs);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(runs, 1);
}

TEST_F(PipeTest, InterruptedSleepIsNoProgress)
{
    class Interrupted : public WakefulKernel {
        int poll(struct pollfd *, unsigned, int64_t) override
        {
            return -EINTR;
        }
    } interrupted;

    aio_set_fd_handler(ctx, ends[1], nullptr, Count, &runs);
    io_kernel_replace(&interrupted);
    EXPECT_FALSE(PollBlocking());
    io_kernel_replace(&kernel);
    EXPECT_TRUE(PollBlocking());
}

// An external one and one that is not, both ready.
TEST_F(TurnTest, ExternalHandlersAreSilentUntilEnabledAsOftenAsDisabled)
{
    auto clear = [](EventNotifier *e) { event_notifier_test_and_clear(e); };
    CountingNotifier other(ctx);
    EventNotifier external;
    event_notifier_init(&external, true);
    aio_set_event_notifier(ctx, &external, true, clear, nullptr);
    other.Set();

    aio_disable_external(ctx);
    aio_disable_external(ctx);
    EXPECT_TRUE(Poll());
    EXPECT_EQ(other.runs, 1);
    aio_enable_external(ctx);
    EXPECT_FALSE(Poll());
    EXPECT_TRUE(aio_external_disabled(ctx));
    aio_enable_external(ctx);
    EXPECT_TRUE(Poll());
    EXPECT_EQ(event_notifier_test_and_clear(&external), 0);
    aio_set_event_notifier(ctx, &external, nullptr);
    event_notifier_cleanup(&external);
}

TEST_F(TurnTest, EnablingExternalHandlersWakesASleeper)
{
    auto clear = [](EventNotifier *e) { event_notifier_test_and_clear(e); };
    EventNotifier external;
    event_notifier_init(&external, true);
    aio_set_event_notifier(ctx, &external, true, clear, nullptr);
    aio_disable_external(ctx);
    kernel.on_sleep = [&] { aio_enable_external(ctx); };

    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 1);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 1);
    aio_set_event_notifier(ctx, &external, nullptr);
    event_notifier_cleanup(&external);
}

}  // namespace
