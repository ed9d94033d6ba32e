#include <algorithm>

#include "util/aio_loop.h"
#include "util/loop_fixture.h"

namespace {

// A notifier with a poll handler; there is work while `work` is not 0.
class Polled : public EventNotifier {
 public:
    Polled() { event_notifier_init(this, false); }
    ~Polled() { event_notifier_cleanup(this); }

    static bool TakesWork(void *opaque)
    {
        auto *self = Self(opaque);
        self->asked++;
        bool had_work = self->work > 0;
        self->done += had_work;
        self->work -= had_work;
        return had_work;
    }
    static bool HasWork(void *opaque)
    {
        auto *self = Self(opaque);
        self->asked++;
        if (self->in_asked) {
            self->in_asked();
        }
        return self->work > 0;
    }
    static void DoesWork(EventNotifier *e)
    {
        auto *self = Self(e);
        self->depth++;
        self->max_depth = std::max(self->max_depth, self->depth);
        if (self->in_ready) {
            self->in_ready();
        }
        self->done++;
        self->work--;
        self->depth--;
    }
    static void Read(EventNotifier *e)
    {
        event_notifier_test_and_clear(e);
        Self(e)->reads++;
    }

    int work = 0, asked = 0, done = 0, reads = 0, depth = 0, max_depth = 0;
    std::function<void()> in_ready, in_asked;

 private:
    // Callbacks get the EventNotifier, as void * or not.
    static Polled *Self(void *opaque)
    {
        return static_cast<Polled *>(static_cast<EventNotifier *>(opaque));
    }
};

class PollingTest : public LoopTest {
 protected:
    PollingTest()
    {
        aio_context_set_poll_params(ctx, 1, 0, 0, &error_abort);
    }
    ~PollingTest() override { aio_set_event_notifier(ctx, &polled, nullptr); }

    void WatchOneStep()
    {
        aio_set_event_notifier(ctx, &polled, false, Polled::Read,
                               Polled::TakesWork);
    }
    void WatchTwoSteps()
    {
        aio_set_event_notifier(ctx, &polled, Polled::Read, Polled::HasWork,
                               Polled::DoesWork);
    }
    Polled polled;
};

TEST_F(PollingTest, PollHandlerThatDoesTheWorkIsProgressWithoutSleep)
{
    WatchOneStep();
    polled.work = 1;
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(polled.done, 1);
    EXPECT_EQ(kernel.polls, 0);
}

TEST_F(PollingTest, ReadyHandlerDoesTheWorkThatThePollHandlerSaw)
{
    WatchTwoSteps();
    polled.work = 1;
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(polled.done, 1);
    EXPECT_EQ(kernel.polls, 0);
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(polled.done, 1);
}

TEST_F(PollingTest, PollHandlersAreAskedBeforeASleep)
{
    WatchTwoSteps();
    PollBlocking();
    EXPECT_GE(polled.asked, 1);
    EXPECT_EQ(kernel.sleeps, 1);
}

TEST_F(PollingTest, SwitchedOffNobodyIsAsked)
{
    WatchTwoSteps();
    aio_context_set_poll_params(ctx, 0, 0, 0, &error_abort);
    polled.work = 1;
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(polled.asked, 0);
}

TEST_F(PollingTest, TurnThatDoesNotBlockLeavesItAllToOneThatDoes)
{
    WatchTwoSteps();
    polled.work = 1;
    event_notifier_set(&polled);
    EXPECT_FALSE(Poll());
    EXPECT_EQ(polled.asked, 0);
    EXPECT_EQ(polled.reads, 0);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(polled.done, 1);
}

TEST_F(PollingTest, TurnThatDoesNotBlockLooksWhereOneCannotBeAsked)
{
    CountingNotifier cannot_be_asked(ctx);
    WatchTwoSteps();
    event_notifier_set(&polled);
    EXPECT_TRUE(Poll());
    EXPECT_EQ(polled.reads, 1);
}

TEST_F(PollingTest, ReadableDescriptorGoesBeforeWhatThePollHandlerSaw)
{
    CountingNotifier cannot_be_asked(ctx);
    WatchTwoSteps();
    polled.work = 1;
    event_notifier_set(&polled);
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(polled.reads, 1);
    EXPECT_EQ(polled.done, 0);
}

// QEMU commit 6d740fb01b.
TEST_F(PollingTest, TurnInsideTheReadyHandlerDoesNotEnterItAgain)
{
    WatchTwoSteps();
    polled.work = 1;
    polled.in_ready = [&] { EXPECT_FALSE(PollBlocking()); };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(polled.max_depth, 1);
    EXPECT_EQ(polled.done, 1);
}

TEST_F(PollingTest, ReadyHandlerThatUnregistersItselfIsAskedNoMore)
{
    WatchTwoSteps();
    polled.work = 2;
    polled.in_ready = [&] { aio_set_event_notifier(ctx, &polled, nullptr); };
    EXPECT_TRUE(PollBlocking());
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(polled.done, 1);
}

// QEMU commit fef1660132.
TEST_F(PollingTest, PollHandlerThatUnregistersItselfIsNotTakenAtItsWord)
{
    WatchTwoSteps();
    polled.work = 1;
    polled.in_asked = [&] { aio_set_event_notifier(ctx, &polled, nullptr); };
    PollBlocking();
    EXPECT_FALSE(PollBlocking());
    EXPECT_EQ(polled.asked, 1);
    EXPECT_EQ(polled.done, 0);
}

TEST_F(PollingTest, HandlerThatReplacesItselfWhileAskedIsTheNewOneFromThenOn)
{
    WatchTwoSteps();
    polled.work = 1;
    polled.in_asked = [&] {
        polled.in_asked = {};
        WatchOneStep();
    };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(polled.done, 1);
    EXPECT_EQ(polled.max_depth, 0) << "the old ready handler was called";
}

// QEMU commit 993ed89f35.
TEST_F(PollingTest, BottomHalfScheduledMeanwhileEndsAPollingTimeOfHours)
{
    constexpr int64_t kHourNs = int64_t{3600} * 1000000000;
    CountingBh bh(ctx);

    aio_context_set_poll_params(ctx, kHourNs, 0, 0, &error_abort);
    ctx->loop->polling.now_ns = kHourNs;
    WatchTwoSteps();
    polled.in_asked = [&] {
        if (polled.asked == 100) {
            bh.Schedule();
        }
    };
    EXPECT_TRUE(PollBlocking());
    EXPECT_EQ(polled.asked, 100);
    EXPECT_EQ(bh.runs, 1);
    EXPECT_EQ(kernel.sleeps, 0);
}

TEST_F(PollingTest, NegativeTimeIsRefused)
{
    Error *err = nullptr;

    aio_context_set_poll_params(ctx, -1, 0, 0, &err);
    ASSERT_NE(err, nullptr);
    EXPECT_NE(std::string(error_get_pretty(err)).find("-1"),
              std::string::npos);
    error_free(err);
}

}  // namespace
