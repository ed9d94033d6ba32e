// The backend's kinds of requests, batches of deferred calls, and requests
// that are never completed.

#include <vector>

#include "block/linux_aio_fixture.h"
#include "qemu/defer-call.h"

namespace {

TEST_F(LinuxAioTest, OpenBatchOfDeferredCallsHoldsRequestsBack)
{
    OPEN_OR_SKIP();
    std::vector<Request> requests(5);
    defer_call_begin();
    for (Request &request : requests) {
        Submit(&request);
    }
    EXPECT_TRUE(kernel_.submitted.empty());
    defer_call_end();
    EXPECT_EQ(kernel_.submitted, (std::vector<long>{5}));
    for (const Request &request : requests) {
        PollUntilOver(request);
    }
}

TEST_F(LinuxAioTest, DeferredBatchKeepsToTheLimitOfTheContext)
{
    OPEN_OR_SKIP();
    ctx_->aio_max_batch = 4;
    std::vector<Request> requests(10);
    defer_call_begin();
    for (Request &request : requests) {
        Submit(&request);
    }
    defer_call_end();
    EXPECT_EQ(kernel_.submitted, (std::vector<long>{4, 4, 2}));
    for (const Request &request : requests) {
        PollUntilOver(request);
    }
}

TEST_F(LinuxAioTest, FlushGoesToTheKernelAsOne)
{
    OPEN_OR_SKIP();
    if (!laio_has_fdsync(fd_)) {
        GTEST_SKIP() << "this kernel's AIO has no flush";
    }
    Request request;
    EXPECT_NE(SubmitBytes(&request, nullptr, QEMU_AIO_FLUSH), nullptr);
    PollUntilOver(request);
    EXPECT_EQ(request.result, 0);
    EXPECT_EQ(kernel_.seen.back().opcode, IO_CMD_FDSYNC);
}

TEST_F(LinuxAioTest, FlushOfWhatCannotBeFlushedIsAnError)
{
    OPEN_OR_SKIP();
    const int pipe = open("/proc/self/maps", O_RDONLY);
    ASSERT_GE(pipe, 0);
    EXPECT_FALSE(laio_has_fdsync(pipe));
    EXPECT_FALSE(laio_has_fdsync(-1));
    close(pipe);
}

TEST_F(LinuxAioTest, WriteWithFuaAsksForStableStorage)
{
    OPEN_OR_SKIP();
    ASSERT_TRUE(laio_has_fua());
    Request plain, fua;
    SubmitBytes(&plain, &plain.qiov, QEMU_AIO_WRITE);
    SubmitBytes(&fua, &fua.qiov, QEMU_AIO_WRITE, BDRV_REQ_FUA);
    PollUntilOver(plain);
    PollUntilOver(fua);
    EXPECT_EQ(kernel_.seen[0].rwf, 0);
    EXPECT_EQ(kernel_.seen[1].rwf, RWF_DSYNC);
    EXPECT_EQ(fua.result, 0);
}

TEST_F(LinuxAioTest, AppendToAZoneIsAWriteWhereTheCallerSays)
{
    OPEN_OR_SKIP();
    Request request;
    SubmitBytes(&request, &request.qiov, QEMU_AIO_ZONE_APPEND);
    PollUntilOver(request);
    char written[512];
    ASSERT_EQ(pread(fd_, written, 512, 4096), 512);
    EXPECT_EQ(request.result, 0);
    EXPECT_EQ(written[511], 'x');
}

TEST_F(LinuxAioTest, LoopThatPollsFindsEventsWithoutASystemCall)
{
    OPEN_OR_SKIP();
    aio_context_set_poll_params(ctx_, 1000000000, 0, 0, nullptr);
    std::vector<Request> requests(4);
    for (Request &request : requests) {
        Submit(&request);
        PollUntilOver(request);
        EXPECT_EQ(request.result, 0);
    }
    EXPECT_EQ(kernel_.polls, 0);
    EXPECT_EQ(kernel_.fetches, 0);
}

TEST_F(LinuxAioTest, EventBehindACancelledRequestIsNobodys)
{
    OPEN_OR_SKIP();
    kernel_.on_cancel = [](iocb *) { return 0; };
    Request cancelled, next;
    bdrv_aio_cancel_async(Submit(&cancelled));
    PollUntilOver(cancelled);
    EXPECT_EQ(cancelled.result, -ECANCELED);
    // It has the other's memory and slot.
    Submit(&next, 1);
    PollUntilOver(next);
    aio_poll(ctx_, false);
    EXPECT_EQ(next.result, 0);
    EXPECT_EQ(next.calls, 1);
    EXPECT_EQ(cancelled.calls, 1);
}

TEST_F(LinuxAioTest, CancelledRequestsThatHaveNoEventLeaveNothingBehind)
{
    OPEN_OR_SKIP();
    kernel_.on_cancel = [](iocb *) { return 0; };
    kernel_.swallow = [](const SeenIocb &) { return true; };
    // More than a state has in the kernel at a time.
    for (int i = 0; i < 3000; i++) {
        Request request;
        bdrv_aio_cancel_async(Submit(&request));
        PollUntilOver(request);
        ASSERT_EQ(request.result, -ECANCELED);
    }
    kernel_.swallow = nullptr;
    Request last;
    Submit(&last);
    PollUntilOver(last);
    EXPECT_EQ(last.result, 0);
}

TEST_F(LinuxAioTest, CleanupFreesRequestsThatAreNotOver)
{
    OPEN_OR_SKIP();
    Request in_kernel, waiting;
    Submit(&in_kernel);
    laio_io_plug(nullptr, s_);
    Submit(&waiting);
    laio_cleanup(s_);
    s_ = nullptr;
    aio_poll(ctx_, false);
    EXPECT_EQ(in_kernel.calls + waiting.calls, 0);
}

using LinuxAioDeathTest = LinuxAioTest;

TEST_F(LinuxAioDeathTest, CleanupInsideABatchThatHoldsARequestIsABug)
{
    OPEN_OR_SKIP();
    Request request;
    defer_call_begin();
    Submit(&request);
    EXPECT_DEATH(laio_cleanup(s_), "deferred");
    defer_call_end();
    PollUntilOver(request);
}

}  // namespace
