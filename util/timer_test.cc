#include "qemu/timer.h"

#include "qemu/main-loop.h"
#include "util/loop_fixture.h"

namespace {

constexpr QEMUClockType kClock = QEMU_CLOCK_REALTIME;
constexpr int64_t kMs = SCALE_MS;

// A timer that runs a function and counts.
class CountingTimer : public QEMUTimer {
 public:
    explicit CountingTimer(AioContext *ctx, std::function<void()> fn = {},
                           int scale = SCALE_NS, QEMUClockType clock = kClock)
        : fn_(std::move(fn))
    {
        aio_timer_init(ctx, this, clock, scale, Run, this);
    }
    ~CountingTimer() { timer_del(this); }

    void ArmAfter(int64_t ns) { timer_mod_ns(this, Now() + ns); }
    static int64_t Now() { return qemu_clock_get_ns(kClock); }
    int runs = 0;

 private:
    static void Run(void *opaque)
    {
        auto *self = static_cast<CountingTimer *>(opaque);
        self->runs++;
        if (self->fn_) {
            self->fn_();
        }
    }
    std::function<void()> fn_;
};

using TimerTest = LoopTest;

TEST_F(TimerTest, RunsOnceWhenItsTimeHasCome)
{
    CountingTimer timer(ctx);

    timer.ArmAfter(5 * kMs);
    EXPECT_FALSE(Poll());
    kernel.now_ns += 5 * kMs;
    EXPECT_TRUE(Poll());
    EXPECT_FALSE(Poll());
    EXPECT_EQ(timer.runs, 1);
}

TEST_F(TimerTest, BlockingTurnSleepsUntilThenAndRunsIt)
{
    CountingTimer timer(ctx);

    timer.ArmAfter(5 * kMs);
    Poll();  // takes the notification of the arming
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(timer.runs, 1);
    EXPECT_EQ(kernel.last_timeout_ns, 5 * kMs);
}

TEST_F(TimerTest, RunsInTheOrderOfTimes)
{
    std::string order;
    CountingTimer late(ctx, [&] { order += "late "; });
    CountingTimer soon(ctx, [&] { order += "soon "; });
    CountingTimer middle(ctx, [&] { order += "middle "; });

    late.ArmAfter(3);
    soon.ArmAfter(1);
    middle.ArmAfter(2);
    kernel.now_ns += 3;
    Poll();
    EXPECT_EQ(order, "soon middle late ");
}

TEST_F(TimerTest, ArmingAgainReplacesTheTime)
{
    CountingTimer timer(ctx);

    timer.ArmAfter(1);
    timer.ArmAfter(10);
    kernel.now_ns += 9;
    Poll();
    EXPECT_EQ(timer.runs, 0);
    kernel.now_ns += 1;
    Poll();
    EXPECT_EQ(timer.runs, 1);
}

TEST_F(TimerTest, AnticipateOnlyMakesItSooner)
{
    CountingTimer timer(ctx);

    timer_mod_anticipate_ns(&timer, 10);
    timer_mod_anticipate_ns(&timer, 20);
    EXPECT_EQ(timer_expire_time_ns(&timer), 10);
    timer_mod_anticipate_ns(&timer, 5);
    EXPECT_EQ(timer_expire_time_ns(&timer), 5);
}

TEST_F(TimerTest, DeletedOneDoesNotRunAndIsNotPending)
{
    CountingTimer timer(ctx);

    timer.ArmAfter(1);
    EXPECT_TRUE(timer_pending(&timer));
    timer_del(&timer);
    EXPECT_FALSE(timer_pending(&timer));
    kernel.now_ns += 1;
    EXPECT_FALSE(Poll());
    EXPECT_EQ(timer.runs, 0);
}

TEST_F(TimerTest, CallbackMayDeleteAnotherThatIsDue)
{
    CountingTimer second(ctx);
    CountingTimer first(ctx, [&] { timer_del(&second); });

    first.ArmAfter(1);
    second.ArmAfter(2);
    kernel.now_ns += 2;
    Poll();
    EXPECT_EQ(second.runs, 0);
}

TEST_F(TimerTest, CallbackMayArmItAgainForTheNextTurn)
{
    CountingTimer *again = nullptr;
    CountingTimer timer(ctx, [&] { again->ArmAfter(1); });

    again = &timer;
    timer.ArmAfter(1);
    kernel.now_ns += 1;
    Poll();
    EXPECT_EQ(timer.runs, 1);
    EXPECT_TRUE(timer_pending(&timer));
}

TEST_F(TimerTest, UnitsAreTheTimers)
{
    CountingTimer timer(ctx, {}, SCALE_MS);

    timer_mod(&timer, 7);
    EXPECT_EQ(timer_expire_time_ns(&timer), 7 * kMs);
    EXPECT_FALSE(timer_expired(&timer, 6));
    EXPECT_TRUE(timer_expired(&timer, 7));
}

TEST_F(TimerTest, TimerOfEachClockRuns)
{
    for (int clock = 0; clock < QEMU_CLOCK_MAX; clock++) {
        CountingTimer timer(ctx, {}, SCALE_NS,
                            static_cast<QEMUClockType>(clock));
        timer.ArmAfter(1);
        kernel.now_ns += 1;
        Poll();
        EXPECT_EQ(timer.runs, 1) << clock;
    }
}

TEST_F(TimerTest, ExpiredOneKeepsABlockingTurnFromSleeping)
{
    CountingTimer timer(ctx);

    timer.ArmAfter(0);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(TimerTest, GMainContextRunsItAndRoundsItsSleepUp)
{
    GMainContext *context = g_main_context_new();
    CountingTimer timer(ctx);
    gint timeout_ms = -1;
    GPollFD fds[4];

    g_source_attach(&ctx->source, context);
    timer.ArmAfter(kMs + 1);
    Poll();
    ASSERT_TRUE(g_main_context_acquire(context));
    g_main_context_prepare(context, nullptr);
    int nfds = g_main_context_query(context, G_MAXINT, &timeout_ms, fds, 4);
    EXPECT_EQ(timeout_ms, 2);
    kernel.now_ns += 2 * kMs;
    EXPECT_TRUE(g_main_context_check(context, G_MAXINT, fds, nfds));
    g_main_context_dispatch(context);
    EXPECT_EQ(timer.runs, 1);
    g_main_context_release(context);
    g_source_destroy(&ctx->source);
    g_main_context_unref(context);
}

TEST_F(TimerTest, ArmedInAnotherThreadItWakesTheSleeper)
{
    CountingTimer timer(ctx);

    // While the loop sleeps, as another thread would.
    kernel.on_sleep = [&] { timer.ArmAfter(0); };
    Poll();
    PollBlocking();
    EXPECT_EQ(timer.runs, 1);
}

TEST_F(TimerTest, HeapTimerOfTheMainContextRunsThere)
{
    int runs = 0;
    QEMUTimer *timer = timer_new_ms(
        kClock, [](void *opaque) { ++*static_cast<int *>(opaque); }, &runs);

    timer_mod(timer, 0);
    aio_poll(qemu_get_aio_context(), false);
    EXPECT_EQ(runs, 1);
    timer_free(timer);
    qemu_aio_context_cleanup();
}

TEST(TimerDeathTest, ContextThatEndsWithAnArmedTimerAborts)
{
    auto end_armed = [] {
        AioContext *ctx = aio_context_new(&error_abort);
        auto *timer = new CountingTimer(ctx);
        timer->ArmAfter(1000 * kMs);
        aio_context_unref(ctx);
    };

    EXPECT_DEATH(end_armed(), "timer that is armed");
}

}  // namespace
