#include "qemu/coroutine_int.h"
#include "util/era.h"
#include "util/iothread.h"
#include "util/loop_fixture.h"

namespace {

using Body = std::function<void()>;

void coroutine_fn RunBody(void *opaque)
{
    (*static_cast<Body *>(opaque))();
}

// `body` must outlive the coroutine.
Coroutine *Create(Body *body)
{
    return qemu_coroutine_create(RunBody, body);
}

class CoroutineTest : public LoopTest {
 protected:
    CoroutineTest() { qemu_set_current_aio_context(ctx); }
    ~CoroutineTest() override { qemu_set_current_aio_context(nullptr); }
    std::string order;
};

TEST_F(CoroutineTest, EnterRunsToTheEnd)
{
    Body body = [&] { order += "body "; };

    qemu_coroutine_enter(Create(&body));
    order += "back";
    EXPECT_EQ(order, "body back");
}

TEST_F(CoroutineTest, YieldGoesBackAndEnterGoesOn)
{
    Body body = [&] {
        order += "1 ";
        qemu_coroutine_yield();
        order += "3 ";
    };
    Coroutine *co = Create(&body);

    qemu_coroutine_enter(co);
    order += "2 ";
    qemu_coroutine_enter(co);
    EXPECT_EQ(order, "1 2 3 ");
}

TEST_F(CoroutineTest, SelfIsTheRunningOneAndNeverNull)
{
    Coroutine *self = nullptr;
    bool inside = false;
    Body body = [&] {
        self = qemu_coroutine_self();
        inside = qemu_in_coroutine();
    };
    Coroutine *co = Create(&body);

    EXPECT_NE(qemu_coroutine_self(), nullptr);
    EXPECT_FALSE(qemu_in_coroutine());
    qemu_coroutine_enter(co);
    EXPECT_EQ(self, co);
    EXPECT_TRUE(inside);
    EXPECT_FALSE(qemu_in_coroutine());
}

TEST_F(CoroutineTest, EnteredWhileItRunsOrHasEnteredAnother)
{
    bool outer_in_inner = false;
    Coroutine *outer;
    Body inner_body = [&] { outer_in_inner = qemu_coroutine_entered(outer); };
    Body outer_body = [&] {
        qemu_coroutine_enter(Create(&inner_body));
        qemu_coroutine_yield();
    };
    outer = Create(&outer_body);

    EXPECT_FALSE(qemu_coroutine_entered(outer));
    qemu_coroutine_enter(outer);
    EXPECT_TRUE(outer_in_inner);
    EXPECT_FALSE(qemu_coroutine_entered(outer));
    qemu_coroutine_enter(outer);
}

TEST_F(CoroutineTest, EnterMakesTheCurrentContextItsHome)
{
    AioContext *home = nullptr;
    Body body = [&] { home = qemu_coroutine_self()->ctx; };

    qemu_coroutine_enter(Create(&body));
    EXPECT_EQ(home, ctx);
}

TEST_F(CoroutineTest, ArgumentMayComeWithTheFirstEnter)
{
    Body body = [&] { order += "body"; };

    qemu_coroutine_enter(qemu_coroutine_create(RunBody), &body);
    EXPECT_EQ(order, "body");
}

TEST_F(CoroutineTest, ManyAtOnceHaveStacksOfTheirOwn)
{
    int sum = 0;
    Body body = [&] {
        volatile char deep[512 * 1024];
        deep[0] = 1;
        qemu_coroutine_yield();
        sum += deep[0];
    };
    std::vector<Coroutine *> all;

    for (int i = 0; i < 100; i++) {
        all.push_back(Create(&body));
        qemu_coroutine_enter(all.back());
    }
    for (Coroutine *co : all) {
        qemu_coroutine_enter(co);
    }
    EXPECT_EQ(sum, 100);
}

TEST_F(CoroutineTest, WakeOutsideCoroutinesEntersAtOnce)
{
    Body body = [&] {
        qemu_coroutine_yield();
        order += "woken";
    };
    Coroutine *co = Create(&body);

    qemu_coroutine_enter(co);
    aio_co_wake(co);
    EXPECT_EQ(order, "woken");
}

TEST_F(CoroutineTest, WakeInsideACoroutineWaitsUntilThatOneYields)
{
    Body sleeper = [&] {
        qemu_coroutine_yield();
        order += "woken ";
    };
    Coroutine *asleep = Create(&sleeper);
    Body waker = [&] {
        aio_co_wake(asleep);
        order += "before-yield ";
        qemu_coroutine_yield();
        order += "end ";
    };
    Coroutine *awake = Create(&waker);

    qemu_coroutine_enter(asleep);
    qemu_coroutine_enter(awake);
    EXPECT_EQ(order, "before-yield woken ");
    qemu_coroutine_enter(awake);
}

// QEMU commit 528f449f59: the wake list survives the waker's end.
TEST_F(CoroutineTest, WokenOnesRunInOrderAfterTheWakerEnded)
{
    Body sleepers[3];
    Coroutine *asleep[3];
    for (int i = 0; i < 3; i++) {
        sleepers[i] = [this, i] {
            qemu_coroutine_yield();
            order += static_cast<char>('a' + i);
        };
        asleep[i] = Create(&sleepers[i]);
        qemu_coroutine_enter(asleep[i]);
    }
    Body waker = [&] {
        for (Coroutine *co : asleep) {
            aio_co_wake(co);
        }
        order += '-';
    };

    qemu_coroutine_enter(Create(&waker));
    EXPECT_EQ(order, "-abc");
}

TEST_F(CoroutineTest, WokenOneMayWakeTheOneThatWokeIt)
{
    Coroutine *first = nullptr;
    Coroutine *second = nullptr;
    Body wakes_second = [&] {
        aio_co_wake(second);
        qemu_coroutine_yield();
        order += "first ";
    };
    Body wakes_first = [&] {
        qemu_coroutine_yield();
        aio_co_wake(first);
        order += "second ";
    };
    first = Create(&wakes_second);
    second = Create(&wakes_first);

    qemu_coroutine_enter(second);
    qemu_coroutine_enter(first);

    EXPECT_EQ(order, "second first ");
}

TEST_F(CoroutineTest, ScheduledOneRunsInTheNextTurn)
{
    Body body = [&] { order += "ran"; };

    aio_co_schedule(ctx, Create(&body));
    EXPECT_EQ(order, "");
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(order, "ran");
}

// QEMU commit 6808ae0417.
TEST_F(CoroutineTest, ScheduledOneIsAtHomeWhereItWasScheduledWhoeverPolls)
{
    AioContext *other = aio_context_new(&error_abort);
    AioContext *home = nullptr;
    Body body = [&] { home = qemu_coroutine_self()->ctx; };

    aio_co_schedule(other, Create(&body));
    EXPECT_TRUE(aio_poll(other, false));
    EXPECT_EQ(home, other);
    aio_context_unref(other);
}

TEST_F(CoroutineTest, WakeFromAnotherThreadGoesOnInTheHome)
{
    io_kernel_replace(nullptr);
    IOThread *iothread = iothread_create("test", &error_abort);
    bool done = false;
    AioContext *woken_in = nullptr;
    Body body = [&] {
        aio_bh_schedule_oneshot(
            iothread_get_aio_context(iothread),
            [](void *co) { aio_co_wake(static_cast<Coroutine *>(co)); },
            qemu_coroutine_self());
        qemu_coroutine_yield();
        woken_in = qemu_get_current_aio_context();
        done = true;
    };

    qemu_coroutine_enter(Create(&body));
    while (!done) {
        PollBlocking();
    }
    EXPECT_EQ(woken_in, ctx);
    iothread_destroy(iothread);
}

TEST_F(CoroutineTest, MovesToAnotherThreadAndBack)
{
    io_kernel_replace(nullptr);
    IOThread *iothread = iothread_create("test", &error_abort);
    AioContext *there = iothread_get_aio_context(iothread);
    bool done = false;
    std::vector<AioContext *> seen;
    auto look = [&] {
        seen.push_back(qemu_get_current_aio_context());
        EXPECT_EQ(qemu_coroutine_self()->ctx, seen.back());
    };
    Body hop = [&] {
        look();
        qemu_coroutine_yield();
        look();
        qemu_coroutine_yield();
        look();
        done = true;
    };
    Coroutine *co = Create(&hop);
    struct Hop {
        Coroutine *co;
        AioContext *home;
    } back{co, ctx};

    qemu_coroutine_enter(co);
    aio_bh_schedule_oneshot(
        there,
        [](void *opaque) {
            auto *back = static_cast<Hop *>(opaque);
            qemu_coroutine_enter(back->co);
            aio_co_schedule(back->home, back->co);
        },
        &back);
    while (!done) {
        PollBlocking();
    }
    EXPECT_EQ(seen, (std::vector<AioContext *>{ctx, there, ctx}));
    iothread_destroy(iothread);
}

TEST_F(CoroutineTest, ReschedulingItselfMovesItAndBack)
{
    io_kernel_replace(nullptr);
    IOThread *iothread = iothread_create("test", &error_abort);
    AioContext *there = iothread_get_aio_context(iothread);
    bool done = false;
    std::vector<AioContext *> seen;
    Body body = [&] {
        for (AioContext *next : {ctx, there, ctx}) {
            aio_co_reschedule_self(next);
            seen.push_back(qemu_get_current_aio_context());
        }
        done = true;
    };

    qemu_coroutine_enter(Create(&body));
    while (!done) {
        PollBlocking();
    }
    EXPECT_EQ(seen, (std::vector<AioContext *>{ctx, there, ctx}));
    iothread_destroy(iothread);
}

TEST_F(CoroutineTest, EndedOneIsUsedAgainForTheNext)
{
    Body body = [&] { order += "life "; };
    Coroutine *first = Create(&body);

    qemu_coroutine_enter(first);
    Coroutine *second = Create(&body);
    EXPECT_EQ(second, first);
    EXPECT_EQ(second->ctx, nullptr);
    qemu_coroutine_enter(second);
    EXPECT_EQ(order, "life life ");
}

TEST_F(CoroutineTest, InTheEraOfThatEndedOneRunsAgainWhenEntered)
{
    Body body = [&] { order += "life "; };
    Coroutine *co = Create(&body);

    era_ended_coroutine_runs_again(true);
    qemu_coroutine_enter(co);
    qemu_coroutine_enter(co);
    era_ended_coroutine_runs_again(false);
    EXPECT_EQ(order, "life life ");
}

using CoroutineDeathTest = CoroutineTest;

TEST_F(CoroutineDeathTest, EnteringAnEndedOneAborts)
{
    Body body = [] {};
    Coroutine *co = Create(&body);

    qemu_coroutine_enter(co);
    EXPECT_DEATH(qemu_coroutine_enter(co), "entered after its end");
}

TEST_F(CoroutineDeathTest, RecursiveEntryAborts)
{
    Body body = [&] { qemu_coroutine_enter(qemu_coroutine_self()); };

    EXPECT_DEATH(qemu_coroutine_enter(Create(&body)),
                 "re-entered recursively");
}

TEST_F(CoroutineDeathTest, SchedulingTwiceAbortsAndNamesTheFirst)
{
    Body body = [] {};
    auto schedule_twice = [&] {
        Coroutine *co = Create(&body);
        aio_co_schedule(ctx, co);
        aio_co_schedule(ctx, co);
    };

    EXPECT_DEATH(schedule_twice(), "scheduled already, by aio_co_schedule");
}

TEST_F(CoroutineDeathTest, YieldOutsideACoroutineAborts)
{
    EXPECT_DEATH(qemu_coroutine_yield(), "outside a coroutine");
}

}  // namespace
