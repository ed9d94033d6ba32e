// What crosses threads, many times over: for ThreadSanitizer, and a loop that
// loses a wake-up never ends here. The real kernel, real sleeps.

#include <atomic>
#include <semaphore>
#include <thread>

#include "block/aio.h"
#include "qapi/error.h"
#include "qemu/coroutine.h"
#include "util/iothread.h"

#include <gtest/gtest.h>

namespace {

constexpr int kRounds = 2000;

// A context that is at home in the test's thread.
class LoopThreadsTest : public testing::Test {
 protected:
    LoopThreadsTest() { qemu_set_current_aio_context(ctx); }
    ~LoopThreadsTest() override
    {
        qemu_set_current_aio_context(nullptr);
        aio_context_unref(ctx);
    }

    AioContext *ctx = aio_context_new(&error_abort);
};

// Two bottom halves in two loops, each of which schedules the other.
struct PingPong {
    QEMUBH *ping;
    QEMUBH *pong;
    int pings = 0;
    int pongs = 0;
};

// QEMU commit eabc977973: that one loop is busy says nothing about another.
TEST_F(LoopThreadsTest, TwoLoopsWakeEachOtherEachTime)
{
    IOThread *iothread = iothread_create("pong", &error_abort);
    PingPong game = {};

    game.ping = aio_bh_new(
        ctx,
        [](void *opaque) {
            auto *game = static_cast<PingPong *>(opaque);
            game->pings++;
            qemu_bh_schedule(game->pong);
        },
        &game);
    game.pong = aio_bh_new(
        iothread_get_aio_context(iothread),
        [](void *opaque) {
            auto *game = static_cast<PingPong *>(opaque);
            game->pongs++;
            qemu_bh_schedule(game->ping);
        },
        &game);
    qemu_bh_schedule(game.ping);
    while (game.pings < kRounds) {
        aio_poll(ctx, true);
    }
    qemu_bh_delete(game.ping);
    qemu_bh_delete(game.pong);
    iothread_destroy(iothread);
    EXPECT_GE(game.pongs, kRounds - 1);
}

// QEMU commit ef6dada8b4: a schedule that comes after a cancel is not lost,
// however the loop is placed between the two.
TEST_F(LoopThreadsTest, ScheduleAfterACancelOfAnotherThreadAlwaysRuns)
{
    std::atomic<int> runs{0};
    std::atomic<bool> over{false};
    QEMUBH *bh = aio_bh_new(
        ctx, [](void *opaque) { ++*static_cast<std::atomic<int> *>(opaque); },
        &runs);
    std::thread scheduler([&] {
        for (int round = 0; round < kRounds; round++) {
            qemu_bh_schedule(bh);
            qemu_bh_cancel(bh);
            int before = runs.load();
            qemu_bh_schedule(bh);
            while (runs.load() == before) {
                std::this_thread::yield();
            }
        }
        over.store(true);
        aio_notify(ctx);
    });

    while (!over.load()) {
        aio_poll(ctx, true);
    }
    scheduler.join();
    EXPECT_GE(runs.load(), kRounds);
    EXPECT_LE(runs.load(), 2 * kRounds);
    qemu_bh_delete(bh);
}

// One after the other, so that none can be taken for another.
TEST_F(LoopThreadsTest, EachSetOfANotifierInAnotherThreadIsHeard)
{
    struct Heard {
        EventNotifier notifier;
        std::binary_semaphore heard{0};
        int count = 0;
        int written = 0;
        int seen = 0;
    } state;

    event_notifier_init(&state.notifier, false);
    aio_set_event_notifier(ctx, &state.notifier, [](EventNotifier *e) {
        auto *state = reinterpret_cast<Heard *>(e);
        event_notifier_test_and_clear(e);
        state->count++;
        state->seen = state->written;
        state->heard.release();
    });
    std::thread setter([&] {
        for (int round = 1; round <= kRounds; round++) {
            state.written = round;
            event_notifier_set(&state.notifier);
            state.heard.acquire();
        }
    });

    while (state.seen < kRounds) {
        aio_poll(ctx, true);
    }
    setter.join();
    EXPECT_EQ(state.count, kRounds);
    aio_set_event_notifier(ctx, &state.notifier, nullptr);
    event_notifier_cleanup(&state.notifier);
}

TEST_F(LoopThreadsTest, TimerThatAnotherThreadArmsAgainAndAgainRunsEachTime)
{
    std::atomic<int> runs{0};
    QEMUTimer timer = {};

    aio_timer_init(
        ctx, &timer, QEMU_CLOCK_REALTIME, SCALE_NS,
        [](void *opaque) { ++*static_cast<std::atomic<int> *>(opaque); },
        &runs);
    std::thread armer([&] {
        for (int round = 1; round <= kRounds; round++) {
            timer_mod(&timer, INT64_MAX / 2);
            timer_del(&timer);
            timer_mod(&timer, 0);
            while (runs.load() < round) {
                std::this_thread::yield();
            }
        }
    });

    while (runs.load() < kRounds) {
        aio_poll(ctx, true);
    }
    armer.join();
    EXPECT_EQ(runs.load(), kRounds);
    EXPECT_FALSE(timer_pending(&timer));
}

// A context that its home gives up as soon as a coroutine has run in it.
struct ShortLife {
    AioContext *ctx = nullptr;
    std::binary_semaphore begin{0};
    std::binary_semaphore ended{0};
    bool ran = false;  // the home's own

    static void coroutine_fn Run(void *opaque)
    {
        static_cast<ShortLife *>(opaque)->ran = true;
    }

    void Home()
    {
        for (int round = 0; round < kRounds; round++) {
            begin.acquire();
            qemu_set_current_aio_context(ctx);
            for (ran = false; !ran;) {
                aio_poll(ctx, false);
            }
            aio_context_unref(ctx);
            qemu_set_current_aio_context(nullptr);
            ended.release();
        }
    }
};

// QEMU commit f0f8100287: the last thing that scheduling does is to notify.
TEST(ContextLifeTest, ContextMayEndBeforeTheSchedulingOfItsCoroutineReturns)
{
    ShortLife life;
    std::thread home([&] { life.Home(); });

    for (int round = 0; round < kRounds; round++) {
        AioContext *ctx = aio_context_new(&error_abort);
        life.ctx = ctx;
        life.begin.release();
        aio_co_schedule(ctx, qemu_coroutine_create(ShortLife::Run, &life));
        life.ended.acquire();
    }
    home.join();
    EXPECT_TRUE(life.ran);
}

TEST(IoThreadsTest, DestroyEndsOneThatSleepsAndOneThatIsBusy)
{
    for (int round = 0; round < 100; round++) {
        IOThread *iothread = iothread_create("short", &error_abort);
        AioContext *ctx = iothread_get_aio_context(iothread);
        int runs = 0;

        for (int i = 0; i < round; i++) {
            aio_bh_schedule_oneshot(
                ctx, [](void *opaque) { ++*static_cast<int *>(opaque); },
                &runs);
        }
        iothread_destroy(iothread);
        EXPECT_EQ(runs, round);
    }
}

}  // namespace
