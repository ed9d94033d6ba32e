#include "util/loop_fixture.h"
#include "util/loop_observer.h"

namespace {

using BhTest = LoopTest;

TEST_F(BhTest, ScheduledOneRunsOnceHoweverOftenItWasScheduled)
{
    CountingBh bh(ctx);

    bh.Schedule();
    bh.Schedule();
    EXPECT_TRUE(Poll());
    EXPECT_FALSE(Poll());
    EXPECT_EQ(bh.runs, 1);
}

TEST_F(BhTest, AllRunInTheOrderInWhichTheyWereScheduled)
{
    std::string order;
    CountingBh a(ctx, [&] { order += 'a'; });
    CountingBh b(ctx, [&] { order += 'b'; });
    CountingBh c(ctx, [&] { order += 'c'; });

    b.Schedule();
    c.Schedule();
    a.Schedule();
    Poll();
    EXPECT_EQ(order, "bca");
}

TEST_F(BhTest, ScheduledOneKeepsABlockingPollFromSleeping)
{
    CountingBh bh(ctx);

    bh.Schedule();
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(BhTest, RescheduledFromItsCallbackRunsInTheNextTurn)
{
    CountingBh bh(ctx, [&] { bh.Schedule(); });

    bh.Schedule();
    EXPECT_TRUE(Poll());
    EXPECT_EQ(bh.runs, 1);
    EXPECT_TRUE(Poll());
    EXPECT_EQ(bh.runs, 2);
}

TEST_F(BhTest, ScheduledFromAnothersCallbackRunsInTheNextTurn)
{
    CountingBh second(ctx);
    CountingBh first(ctx, [&] { second.Schedule(); });

    first.Schedule();
    Poll();
    EXPECT_EQ(second.runs, 0);
    Poll();
    EXPECT_EQ(second.runs, 1);
}

TEST_F(BhTest, NestedTurnRunsWhatTheCallbackScheduled)
{
    CountingBh inner(ctx);
    CountingBh outer(ctx, [&] {
        inner.Schedule();
        EXPECT_TRUE(PollBlocking());
        EXPECT_EQ(inner.runs, 1);
    });

    outer.Schedule();
    Poll();
    EXPECT_EQ(inner.runs, 1);
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(BhTest, NestedTurnRunsWhatTheOuterTurnHasLeft)
{
    CountingBh left(ctx);
    CountingBh outer(ctx, [&] {
        EXPECT_TRUE(PollBlocking());
        EXPECT_EQ(left.runs, 1);
    });

    outer.Schedule();
    left.Schedule();
    Poll();
    EXPECT_EQ(outer.runs, 1);
    EXPECT_EQ(left.runs, 1);
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(BhTest, CancelledOneDoesNotRunAndIsNoProgress)
{
    CountingBh bh(ctx);

    bh.Schedule();
    bh.Cancel();
    EXPECT_FALSE(Poll());
    EXPECT_EQ(bh.runs, 0);
    bh.Schedule();
    EXPECT_TRUE(Poll());
}

TEST_F(BhTest, CancelledOneLetsABlockingPollSleepAtOnce)
{
    CountingBh bh(ctx);

    bh.Schedule();
    bh.Cancel();
    PollBlocking();
    EXPECT_EQ(kernel.sleeps, 1);
    EXPECT_EQ(kernel.polls, 1);
    EXPECT_EQ(kernel.last_timeout_ns, -1);
}

TEST_F(BhTest, DeletedWhileScheduledItNeverRuns)
{
    CountingBh bh(ctx);

    bh.Schedule();
    bh.Delete();
    EXPECT_FALSE(Poll());
    EXPECT_EQ(bh.runs, 0);
}

TEST_F(BhTest, DeletedInItsOwnCallbackItIsFreedByANestedTurn)
{
    CountingBh bh(ctx, [&] {
        bh.Delete();
        Poll();
    });

    bh.Schedule();
    EXPECT_TRUE(Poll());
    EXPECT_FALSE(Poll());
    EXPECT_EQ(bh.runs, 1);
}

TEST_F(BhTest, DeletedByAnEarlierOneOfTheSameTurnItNeverRuns)
{
    CountingBh second(ctx);
    CountingBh first(ctx, [&] { second.Delete(); });

    first.Schedule();
    second.Schedule();
    Poll();
    EXPECT_EQ(second.runs, 0);
}

// QEMU commit a076972a4d.
TEST_F(BhTest, DeletedButNeverPolledAgainItIsFreedWithTheContext)
{
    CountingBh bh(ctx);

    bh.Schedule();
    bh.Delete();
}

TEST_F(BhTest, OneshotRunsOnce)
{
    int runs = 0;

    aio_bh_schedule_oneshot(
        ctx, [](void *opaque) { ++*static_cast<int *>(opaque); }, &runs);
    EXPECT_TRUE(PollBlocking());
    EXPECT_FALSE(Poll());
    EXPECT_EQ(runs, 1);
}

TEST_F(BhTest, IdleOneIsNoProgressAndLetsTheLoopSleepForTenMilliseconds)
{
    int runs = 0;
    QEMUBH *bh = aio_bh_new(
        ctx, [](void *opaque) { ++*static_cast<int *>(opaque); }, &runs);

    qemu_bh_schedule_idle(bh);
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.last_timeout_ns, 10 * 1000 * 1000);
    EXPECT_EQ(runs, 1);
    qemu_bh_delete(bh);
}

class NameObserver : public LoopObserver {
 public:
    void poll_begins(bool) override { names += '('; }
    void poll_ends(bool progress) override { names += progress ? '!' : ')'; }
    void bh_runs(const char *name) override { names += name; }
    void handler_runs(int, const char *what) override { names += what; }
    std::string names;
};

void named_bh(void *)
{
}

TEST_F(BhTest, ObserverHearsTheFunctionsNameBetweenTheTurnsEnds)
{
    NameObserver observer;

    loop_observer_replace(&observer);
    aio_bh_schedule_oneshot(ctx, named_bh, nullptr);
    Poll();
    Poll();
    loop_observer_replace(nullptr);
    EXPECT_EQ(observer.names, "(named_bh!()");
}

TEST(BhDeathTest, ContextThatEndsBeforeItsScheduledBottomHalfSaysWhich)
{
    auto end_too_early = [] {
        AioContext *ctx = aio_context_new(&error_abort);
        qemu_bh_schedule(aio_bh_new(ctx, named_bh, nullptr));
        aio_context_unref(ctx);
    };

    EXPECT_DEATH(end_too_early(), "'named_bh' ended before it was deleted");
}

}  // namespace
