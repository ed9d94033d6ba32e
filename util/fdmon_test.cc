// Many descriptors: what a turn costs and whom it calls must not depend on how
// they are watched.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <deque>

#include "util/loop_fixture.h"

namespace {

constexpr size_t kMany = 300;

class ManyTest : public LoopTest {
 protected:
    void SetUp() override
    {
        for (size_t i = 0; i < kMany; i++) {
            many.emplace_back(ctx);
        }
        Poll();
    }
    void TearDown() override { many.clear(); }

    int Runs() const
    {
        int runs = 0;
        for (const CountingNotifier &notifier : many) {
            runs += notifier.runs;
        }
        return runs;
    }

    std::deque<CountingNotifier> many;
};

void DrainPipe(void *opaque)
{
    auto *fds = static_cast<int *>(opaque);
    char byte;

    fds[2] += static_cast<int>(read(fds[0], &byte, 1));
}

TEST_F(ManyTest, SleepIsGivenTwoDescriptorsHoweverManyAreWatched)
{
    Poll();
    EXPECT_EQ(kernel.last_nfds, 2u);
}

TEST_F(ManyTest, OnlyTheReadyOneIsCalled)
{
    many[123].Set();
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(many[123].runs, 1);
    EXPECT_EQ(Runs(), 1);
    EXPECT_FALSE(Poll());
}

TEST_F(ManyTest, AllOfThemReadyAllAreCalledOnce)
{
    for (CountingNotifier &notifier : many) {
        notifier.Set();
    }
    for (size_t turn = 0; turn < 3; turn++) {
        EXPECT_TRUE(Poll());
    }
    EXPECT_EQ(Runs(), static_cast<int>(kMany));
    EXPECT_FALSE(Poll());
}

TEST_F(ManyTest, OneThatKeepsBeingReadyDoesNotKeepOthersWaiting)
{
    std::deque<CountingNotifier> busy;
    for (int i = 0; i < 200; i++) {
        busy.emplace_back(ctx, [&busy, i] {
            busy[static_cast<size_t>(i)].Set();
        }).Set();
    }
    Poll();
    many[7].Set();
    for (int turn = 0; turn < 3; turn++) {
        Poll();
    }
    EXPECT_EQ(many[7].runs, 1);
}

TEST_F(ManyTest, UnregisteredReadyOneIsNotCalled)
{
    many[5].Set();
    many[5].Unregister();
    EXPECT_FALSE(Poll());
    EXPECT_EQ(many[5].calls, 0);
}

TEST_F(ManyTest, HandlerThatUnregistersAReadyOnePreventsItsCall)
{
    CountingNotifier *others[2] = {};
    CountingNotifier a(ctx, [&] { others[1]->Unregister(); });
    CountingNotifier b(ctx, [&] { others[0]->Unregister(); });
    others[0] = &a;
    others[1] = &b;
    a.Set();
    b.Set();
    EXPECT_TRUE(Poll());
    EXPECT_EQ(a.calls + b.calls, 1);
}

TEST_F(ManyTest, NestedTurnTakesTheEventsOfTheOuterOne)
{
    int depth = 0;
    int deepest = 0;
    auto nest = [&] {
        deepest = std::max(deepest, ++depth);
        Poll();
        depth--;
    };
    CountingNotifier a(ctx, nest);
    CountingNotifier b(ctx, nest);
    a.Set();
    b.Set();
    EXPECT_TRUE(Poll());
    EXPECT_EQ(a.calls, 1);
    EXPECT_EQ(b.calls, 1);
    EXPECT_EQ(deepest, 2);
}

TEST_F(ManyTest, EventThatIsGoneByTheNestedTurnIsForgottenByTheOuterOne)
{
    CountingNotifier *others[2] = {};
    auto clear_other = [&](int other) {
        return [&, other] {
            event_notifier_test_and_clear(others[other]);
            Poll();
        };
    };
    CountingNotifier a(ctx, clear_other(1));
    CountingNotifier b(ctx, clear_other(0));
    others[0] = &a;
    others[1] = &b;
    a.Set();
    b.Set();
    EXPECT_TRUE(Poll());
    EXPECT_EQ(a.calls + b.calls, 1);
}

TEST_F(ManyTest, NumberThatIsUsedAgainBelongsToTheNewOneOnly)
{
    int fd = event_notifier_get_fd(&many.back());
    many.back().Set();
    many.pop_back();
    CountingNotifier heir(ctx);
    ASSERT_EQ(event_notifier_get_fd(&heir), fd);
    EXPECT_FALSE(Poll());
    heir.Set();
    EXPECT_TRUE(Poll());
    EXPECT_EQ(heir.runs, 1);
}

TEST_F(ManyTest, ClosedBeforeItIsUnregisteredADuplicateKeepsNobodyAwake)
{
    int duplicate = dup(event_notifier_get_fd(&many[3]));
    many[3].Set();
    int fd = event_notifier_get_fd(&many[3]);
    event_notifier_cleanup(&many[3]);
    aio_set_fd_handler(ctx, fd, nullptr, nullptr, nullptr, nullptr, nullptr);
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 1);
    many[4].Set();
    EXPECT_TRUE(Poll());
    EXPECT_EQ(Runs(), 1);
    close(duplicate);
}

TEST_F(ManyTest, RegularFileIsAlwaysReadyAsEverywhere)
{
    int calls = 0;
    int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    ASSERT_GE(fd, 0);
    aio_set_fd_handler(
        ctx, fd, [](void *opaque) { ++*static_cast<int *>(opaque); }, nullptr,
        nullptr, nullptr, &calls);
    many[2].Set();
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(many[2].runs, 1);
    aio_set_fd_handler(ctx, fd, nullptr, nullptr, nullptr, nullptr, nullptr);
    close(fd);
}

TEST_F(ManyTest, SilencedExternalOneLetsTheLoopSleep)
{
    int fds[3] = {};
    ASSERT_EQ(pipe(fds), 0);
    aio_set_fd_handler_external(ctx, fds[0], true, DrainPipe, nullptr, nullptr,
                                nullptr, fds);
    ASSERT_EQ(write(fds[1], "xy", 2), 2);
    EXPECT_TRUE(Poll());
    aio_disable_external(ctx);
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 1);
    EXPECT_EQ(fds[2], 1);
    aio_enable_external(ctx);
    EXPECT_TRUE(Poll());
    EXPECT_EQ(fds[2], 2);
    aio_set_fd_handler(ctx, fds[0], nullptr, nullptr, nullptr, nullptr,
                       nullptr);
    close(fds[0]);
    close(fds[1]);
}

TEST_F(ManyTest, HungUpOneThatIsOnlyAskedKeepsNobodyAwake)
{
    int fds[2];
    ASSERT_EQ(pipe(fds), 0);
    close(fds[1]);
    aio_set_fd_handler(
        ctx, fds[0], nullptr, nullptr, [](void *) { return false; }, nullptr,
        nullptr);
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(kernel.sleeps, 1);
    aio_set_fd_handler(ctx, fds[0], nullptr, nullptr, nullptr, nullptr,
                       nullptr);
    close(fds[0]);
}

TEST_F(ManyTest, GMainContextCallsTheReadyOneAndATurnInsideTakesTheRest)
{
    GMainContext *context = g_main_context_new();
    g_source_attach(&ctx->source, context);
    int nested = 0;
    CountingNotifier a(ctx, [&] { nested += Poll(); });
    many[200].Set();
    a.Set();
    EXPECT_TRUE(g_main_context_iteration(context, false));
    EXPECT_EQ(a.calls, 1);
    EXPECT_EQ(many[200].calls, 1);
    many.clear();
    a.Unregister();
    g_source_destroy(&ctx->source);
    g_main_context_unref(context);
}

}  // namespace
