#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "util/aio_context_end.h"
#include "util/era.h"
#include "util/g_main_poll.h"
#include "util/iothread.h"
#include "util/loop_fixture.h"

namespace {

// The context as a source of a GMainContext that sleeps in the kernel seam.
class SourceTest : public LoopTest {
 protected:
    SourceTest()
    {
        g_autoptr(GSource) source = aio_get_g_source(ctx);
        g_source_attach(source, main_context);
    }
    ~SourceTest() override
    {
        g_source_destroy(&ctx->source);
        g_main_context_unref(main_context);
    }
    bool Iterate(bool may_block)
    {
        return g_main_context_iteration(main_context, may_block);
    }

    GMainContext *main_context = g_main_context_new_on_io_kernel();
};

TEST_F(SourceTest, MainContextRunsBottomHalves)
{
    CountingBh bh(ctx);

    EXPECT_FALSE(Iterate(false));
    bh.Schedule();
    EXPECT_TRUE(Iterate(true));
    EXPECT_FALSE(Iterate(false));
    EXPECT_EQ(bh.runs, 1);
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(SourceTest, MainContextRunsAnIdleBottomHalfWhenItHasWaited)
{
    CountingBh bh(ctx);

    bh.ScheduleIdle();
    EXPECT_TRUE(Iterate(true));
    EXPECT_EQ(bh.runs, 1);
    EXPECT_EQ(kernel.last_timeout_ns, 10 * 1000 * 1000);
}

// QEMU commit 8c6b0356b5.
TEST_F(SourceTest, MainContextGoesRoundOnceToFreeADeletedBottomHalf)
{
    CountingBh bh(ctx);

    Iterate(false);
    bh.Delete();
    EXPECT_TRUE(Iterate(true));
    EXPECT_EQ(kernel.sleeps, 0);
    EXPECT_FALSE(Iterate(false));
}

TEST_F(SourceTest, BeforeThatEraADeletedBottomHalfIsNoWork)
{
    CountingBh bh(ctx);

    era_deleted_bh_is_work(false);
    Iterate(false);
    bh.Delete();
    EXPECT_FALSE(Iterate(false));
    era_deleted_bh_is_work(true);
}

TEST_F(SourceTest, MainContextCallsHandlers)
{
    CountingNotifier notifier(ctx);

    notifier.Set();
    EXPECT_TRUE(Iterate(true));
    EXPECT_EQ(notifier.runs, 1);
    EXPECT_FALSE(Iterate(false));
}

TEST_F(SourceTest, HandlerAddedAndRemovedWhileAttachedIsFollowed)
{
    Iterate(false);
    unsigned nfds = kernel.last_nfds;
    CountingNotifier notifier(ctx);

    Iterate(false);
    EXPECT_EQ(kernel.last_nfds, nfds + 1);
    notifier.Set();
    notifier.Unregister();
    EXPECT_FALSE(Iterate(false));
    EXPECT_EQ(kernel.last_nfds, nfds);
    EXPECT_EQ(notifier.calls, 0);
}

TEST_F(SourceTest, MainContextSleepsInTheKernelSeamUntilABottomHalf)
{
    CountingBh bh(ctx);

    kernel.on_sleep = [&] { bh.Schedule(); };
    while (bh.runs == 0) {
        Iterate(true);
    }
    EXPECT_EQ(kernel.sleeps, 1);
    EXPECT_EQ(kernel.last_timeout_ns, -1);
}

TEST_F(SourceTest, TurnInsideADispatchRunsWhatIsLeft)
{
    CountingBh second(ctx);
    CountingBh first(ctx, [&] {
        PollBlocking();
        EXPECT_EQ(second.runs, 1);
    });

    first.Schedule();
    second.Schedule();
    Iterate(true);
    EXPECT_EQ(first.runs, 1);
    EXPECT_FALSE(Iterate(false));
}

TEST(ContextTest, LinuxAioStateIsWhatWasSet)
{
    AioContext *ctx = aio_context_new(&error_abort);
    auto *state = reinterpret_cast<LinuxAioState *>(ctx);

    aio_set_linux_aio(ctx, state);
    EXPECT_EQ(aio_get_linux_aio(ctx), state);
    aio_context_unref(ctx);
}

TEST(ContextTest, WhatEndsWithItEndsBeforeItsBottomHalvesAre)
{
    AioContext *ctx = aio_context_new(&error_abort);
    struct Owned {
        std::string *order;
        const char *name;
        QEMUBH *bh;
    };
    std::string order;
    Owned first{&order, "first ", aio_bh_new(ctx, [](void *) {}, nullptr)};
    Owned second{&order, "second ", aio_bh_new(ctx, [](void *) {}, nullptr)};
    for (Owned *owned : {&first, &second}) {
        aio_context_at_end(
            ctx,
            [](void *opaque) {
                auto *owned = static_cast<Owned *>(opaque);
                *owned->order += owned->name;
                qemu_bh_delete(owned->bh);
            },
            owned);
    }
    aio_context_ref(ctx);
    aio_context_unref(ctx);
    EXPECT_EQ(order, "");
    aio_context_unref(ctx);
    EXPECT_EQ(order, "second first ");
}

TEST(ContextDeathTest, MissingLinuxAioStateSaysWhatToCall)
{
    AioContext *ctx = aio_context_new(&error_abort);

    EXPECT_DEATH(aio_get_linux_aio(ctx), "call aio_set_linux_aio");
    aio_context_unref(ctx);
}

TEST(ContextTest, LockMayBeTakenAgainByItsHolder)
{
    AioContext *ctx = aio_context_new(&error_abort);

    aio_context_acquire(ctx);
    aio_context_acquire(ctx);
    aio_context_release(ctx);
    aio_context_release(ctx);
    // Free again: another thread gets it.
    bool taken = false;
    std::thread([&] {
        aio_context_acquire(ctx);
        taken = true;
        aio_context_release(ctx);
    }).join();
    EXPECT_TRUE(taken);
    aio_context_unref(ctx);
}


constexpr int kThreads = 4;
constexpr int kRounds = 2000;

struct SelfDeleting {
    QEMUBH *bh;
    std::atomic<int> *runs;
};

void DeleteItself(void *opaque)
{
    auto *self = static_cast<SelfDeleting *>(opaque);

    qemu_bh_delete(self->bh);
    ++*self->runs;
    delete self;
}

// QEMU commits e8d3b1a25f and 924fe1293c: no schedule is lost, and none
// touches a bottom half that has run already. A lost one would never end.
TEST(ContextThreadsTest, EveryScheduleOfManyThreadsRuns)
{
    AioContext *ctx = aio_context_new(&error_abort);
    std::atomic<int> runs{0};
    std::vector<std::thread> threads;

    for (int i = 0; i < kThreads; i++) {
        threads.emplace_back([&] {
            for (int round = 0; round < kRounds; round++) {
                auto *once = new SelfDeleting{nullptr, &runs};
                once->bh = aio_bh_new(ctx, DeleteItself, once);
                qemu_bh_schedule(once->bh);
            }
        });
    }
    while (runs < kThreads * kRounds) {
        aio_poll(ctx, true);
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    EXPECT_FALSE(aio_poll(ctx, false));
    aio_context_unref(ctx);
}

TEST(ContextThreadsTest, OneBottomHalfSeesWhatEachScheduleCameAfter)
{
    AioContext *ctx = aio_context_new(&error_abort);
    std::atomic<int> written{0};
    int seen = 0;
    struct Both {
        std::atomic<int> *written;
        int *seen;
    } both{&written, &seen};
    QEMUBH *bh = aio_bh_new(
        ctx,
        [](void *opaque) {
            auto *both = static_cast<Both *>(opaque);
            *both->seen = both->written->load(std::memory_order_relaxed);
        },
        &both);
    std::thread writer([&] {
        for (int round = 1; round <= kRounds; round++) {
            written.store(round, std::memory_order_relaxed);
            qemu_bh_schedule(bh);
        }
    });

    while (seen < kRounds) {
        aio_poll(ctx, true);
    }
    writer.join();
    qemu_bh_delete(bh);
    aio_context_unref(ctx);
}

TEST(ContextThreadsTest, NotifyEndsTheSleepOfAnotherThread)
{
    AioContext *ctx = aio_context_new(&error_abort);
    std::atomic<int> turn{0};
    std::thread notifier([&] {
        for (int round = 1; round <= kRounds; round++) {
            turn.store(round);
            aio_notify(ctx);
            while (turn.load() != -round) {
                std::this_thread::yield();
            }
        }
    });

    for (int round = 1; round <= kRounds; round++) {
        while (turn.load() != round) {
            aio_poll(ctx, true);
        }
        turn.store(-round);
    }
    notifier.join();
    aio_context_unref(ctx);
}

TEST(IoThreadTest, BottomHalfRunsInItsThreadWhichIsTheContextsHome)
{
    IOThread *iothread = iothread_create("test", &error_abort);
    AioContext *ctx = iothread_get_aio_context(iothread);
    struct Where {
        AioContext *ctx;
        std::thread::id thread;
        bool home;
    } where{ctx, std::this_thread::get_id(), false};

    aio_bh_schedule_oneshot(
        ctx,
        [](void *opaque) {
            auto *where = static_cast<Where *>(opaque);
            where->home = in_aio_context_home_thread(where->ctx);
            where->thread = std::this_thread::get_id();
        },
        &where);
    iothread_destroy(iothread);
    EXPECT_TRUE(where.home);
    EXPECT_NE(where.thread, std::this_thread::get_id());
}

}  // namespace
