// Which requests signal an eventfd: those that the loop might not hear of.

#include "block/linux_aio_fixture.h"

namespace {

class LinuxAioSleepTest : public LinuxAioTest {
 protected:
    bool LastOneSignals() const { return kernel_.seen.back().signals; }

    void SubmitAndWait()
    {
        Request request;
        Submit(&request);
        PollUntilOver(request);
        EXPECT_EQ(request.result, 0);
    }
};

TEST_F(LinuxAioSleepTest, WhereOnlyAioPollDrivesTheLoopTheySignalNobody)
{
    OPEN_OR_SKIP();
    SubmitAndWait();
    EXPECT_FALSE(LastOneSignals());
    EXPECT_FALSE(aio_poll(ctx_, false));
}

TEST_F(LinuxAioSleepTest, WhereAGMainContextMayDriveTheLoopTheySignal)
{
    OPEN_OR_SKIP();
    Request before, waiting;
    Submit(&before);
    EXPECT_FALSE(LastOneSignals());
    laio_io_plug(nullptr, s_);
    Submit(&waiting);
    g_source_unref(aio_get_g_source(ctx_));
    PollUntilOver(before);
    aio_poll(ctx_, false);
    laio_io_unplug(nullptr, s_, 0);
    EXPECT_TRUE(LastOneSignals()) << "decided when it was sent";
    PollUntilOver(waiting);
}

TEST_F(LinuxAioSleepTest, OnlyTheFirstStateOfALoopIsSilent)
{
    OPEN_OR_SKIP();
    LinuxAioState *first = s_;
    Open();
    SubmitAndWait();
    EXPECT_TRUE(LastOneSignals());
    laio_cleanup(first);
    SubmitAndWait();
    EXPECT_FALSE(LastOneSignals());
}

TEST_F(LinuxAioSleepTest, SilentOnesOfADetachedStateEndInTheNextLoop)
{
    OPEN_OR_SKIP();
    AioContext *other = aio_context_new(nullptr);
    Request request;
    Submit(&request);
    laio_detach_aio_context(s_, ctx_);
    g_source_unref(aio_get_g_source(other));
    laio_attach_aio_context(s_, other);
    while (request.calls == 0) {
        aio_poll(other, true);
    }
    EXPECT_EQ(request.result, 0);
    laio_detach_aio_context(s_, other);
    aio_context_unref(other);
}

}  // namespace
