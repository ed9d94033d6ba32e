// The backend on the real loop and the real kernel.

#include "block/linux_aio.h"

#include <algorithm>
#include <string>
#include <vector>

#include "block/linux_aio_fixture.h"
#include "qemu/coroutine.h"

namespace {

TEST_F(LinuxAioTest, InitSaysWhatItTriedAndTheWayOut)
{
    kernel_.setup_result = -EAGAIN;
    Error *error = nullptr;
    EXPECT_EQ(laio_init(&error), nullptr);
    ASSERT_NE(error, nullptr);
    const std::string message = error_get_pretty(error);
    EXPECT_NE(message.find("1025 AIO events"), std::string::npos) << message;
    EXPECT_NE(message.find("raise fs.aio-max-nr"), std::string::npos);
    error_free(error);
}

TEST_F(LinuxAioTest, InitFailsWithoutAnyoneWhoWantsToKnow)
{
    kernel_.setup_result = -ENOSYS;
    EXPECT_EQ(laio_init(nullptr), nullptr);
}

TEST_F(LinuxAioTest, UnknownTypeIsRefusedAndNobodyIsCalled)
{
    OPEN_OR_SKIP();
    Request request;
    EXPECT_EQ(Submit(&request, 0, QEMU_AIO_DISCARD), nullptr);
    aio_poll(ctx_, false);
    EXPECT_EQ(request.calls, 0);
}

TEST_F(LinuxAioTest, RefusedRequestIsToldByTheLoopAndNotInsideSubmit)
{
    OPEN_OR_SKIP();
    Request request;
    EXPECT_NE(Submit(&request, 0, QEMU_AIO_READ, -1), nullptr);
    EXPECT_EQ(request.calls, 0);
    PollUntilOver(request);
    EXPECT_EQ(request.result, -EBADF);
}

TEST_F(LinuxAioTest, CallbackMayPollForAnotherOfItsBatch)
{
    OPEN_OR_SKIP();
    Request first, second;
    first.then = [&] { PollUntilOver(second); };
    Submit(&first);
    Submit(&second);
    PollUntilOver(first);
    EXPECT_EQ(first.calls, 1);
    EXPECT_EQ(second.calls, 1);
}

TEST_F(LinuxAioTest, CallbackMayPollForWhatItSubmits)
{
    OPEN_OR_SKIP();
    Request first, second;
    first.then = [&] {
        Submit(&second);
        PollUntilOver(second);
    };
    Submit(&first);
    PollUntilOver(first);
    EXPECT_EQ(second.result, 0);
}

TEST_F(LinuxAioTest, WhatCallbacksOfOneRunSubmitGoesInOneCall)
{
    OPEN_OR_SKIP();
    std::vector<Request> first(4), second(4);
    for (size_t i = 0; i < first.size(); i++) {
        first[i].then = [&, i] { Submit(&second[i]); };
    }
    laio_io_plug(nullptr, s_);
    for (Request &request : first) {
        Submit(&request);
    }
    laio_io_unplug(nullptr, s_, 0);
    for (const Request &request : second) {
        PollUntilOver(request);
    }
    EXPECT_EQ(kernel_.submitted, (std::vector<long>{4, 4}));
}

struct Batch {
    const char *name;
    int64_t of_context;
    long largest;
};

class LinuxAioBatchTest : public LinuxAioTest,
                          public ::testing::WithParamInterface<Batch> {};

TEST_P(LinuxAioBatchTest, PlugHoldsBackNoMore)
{
    OPEN_OR_SKIP();
    ctx_->aio_max_batch = GetParam().of_context;
    std::vector<Request> requests(40);
    laio_io_plug(nullptr, s_);
    for (Request &request : requests) {
        Submit(&request);
    }
    laio_io_unplug(nullptr, s_, 0);
    EXPECT_EQ(std::ranges::max(kernel_.submitted), GetParam().largest);
    for (const Request &request : requests) {
        PollUntilOver(request);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Limits, LinuxAioBatchTest,
    ::testing::Values(Batch{"Default", 0, 32}, Batch{"OfTheContext", 8, 8},
                      Batch{"LargerThanTheBatch", 100, 40}),
    [](const auto &info) { return std::string(info.param.name); });

TEST_F(LinuxAioTest, UnplugKeepsToTheDevicesLimitInsideAnOuterPlug)
{
    OPEN_OR_SKIP();
    std::vector<Request> requests(6);
    laio_io_plug(nullptr, s_);
    for (Request &request : requests) {
        Submit(&request);
    }
    laio_io_plug(nullptr, s_);
    laio_io_unplug(nullptr, s_, 7);
    EXPECT_TRUE(kernel_.submitted.empty());
    laio_io_plug(nullptr, s_);
    laio_io_unplug(nullptr, s_, 6);
    EXPECT_EQ(kernel_.submitted, (std::vector<long>{6}));
    laio_io_unplug(nullptr, s_, 0);
    for (const Request &request : requests) {
        PollUntilOver(request);
    }
}

TEST_F(LinuxAioTest, RequestThatStillWaitsIsCancelledAtOnce)
{
    OPEN_OR_SKIP();
    Request request;
    laio_io_plug(nullptr, s_);
    bdrv_aio_cancel_async(Submit(&request));
    PollUntilOver(request);
    laio_io_unplug(nullptr, s_, 0);
    EXPECT_EQ(request.result, -ECANCELED);
    EXPECT_TRUE(kernel_.submitted.empty());
}

TEST_F(LinuxAioTest, NothingCompletesWhileDetachedAndEverythingAfterwards)
{
    OPEN_OR_SKIP();
    Request first, second;
    first.then = [&] { laio_detach_aio_context(s_, ctx_); };
    laio_io_plug(nullptr, s_);
    Submit(&first);
    Submit(&second);
    laio_io_unplug(nullptr, s_, 0);
    PollUntilOver(first);
    aio_poll(ctx_, false);
    EXPECT_EQ(second.calls, 0);
    laio_attach_aio_context(s_, ctx_);
    PollUntilOver(second);
    EXPECT_EQ(second.calls, 1);
}

TEST_F(LinuxAioTest, EventsAreFetchedWhereTheRingCannotBeRead)
{
    kernel_.hide_ring = true;
    OPEN_OR_SKIP();
    Request first, second;
    first.then = [&] { PollUntilOver(second); };
    Submit(&first);
    Submit(&second);
    PollUntilOver(first);
    EXPECT_EQ(first.calls, 1);
    EXPECT_EQ(second.calls, 1);
    EXPECT_GT(kernel_.fetches, 0);
}

TEST_F(LinuxAioTest, EventsAreNotFetchedWhereTheRingCanBeRead)
{
    OPEN_OR_SKIP();
    Request request;
    Submit(&request);
    PollUntilOver(request);
    EXPECT_EQ(kernel_.fetches, 0);
}

TEST_F(LinuxAioTest, ReadOverTheEndFillsTheRestOfSeveralBuffersWithZeros)
{
    OPEN_OR_SKIP();
    ASSERT_EQ(ftruncate(fd_, 700), 0);
    ASSERT_EQ(pwrite(fd_, "a", 1, 699), 1);
    Request request;
    request.bytes.assign(1024, 'x');
    qemu_iovec_init(&request.qiov, 3);
    qemu_iovec_add(&request.qiov, request.bytes.data(), 650);
    qemu_iovec_add(&request.qiov, request.bytes.data() + 650, 100);
    qemu_iovec_add(&request.qiov, request.bytes.data() + 750, 274);
    laio_submit(nullptr, s_, fd_, 0, &request.qiov, 2, Done, &request,
                QEMU_AIO_READ);
    PollUntilOver(request);
    qemu_iovec_destroy(&request.qiov);
    EXPECT_EQ(request.result, 0);
    EXPECT_EQ(request.bytes[699], 'a');
    EXPECT_EQ(std::count(request.bytes.begin() + 700, request.bytes.end(), 0),
              324);
}

using LinuxAioDeathTest = LinuxAioTest;

TEST_F(LinuxAioDeathTest, VectorOfAnotherSizeThanTheRequestIsABug)
{
    OPEN_OR_SKIP();
    Request request;
    qemu_iovec_init_buf(&request.qiov, request.bytes.data(), 512);
    EXPECT_DEATH(laio_submit(nullptr, s_, fd_, 0, &request.qiov, 2, nullptr,
                             nullptr, QEMU_AIO_READ),
                 "qiov->size");
}

TEST_F(LinuxAioDeathTest, UnplugWithoutPlugIsABug)
{
    OPEN_OR_SKIP();
    EXPECT_DEATH(laio_io_unplug(nullptr, s_, 0), "plugged");
}

TEST_F(LinuxAioTest, CoroutineGetsTheErrorOfItsRequest)
{
    OPEN_OR_SKIP();
    struct Job {
        LinuxAioState *s;
        Request request;
    } job{s_, {}};
    qemu_iovec_init_buf(&job.request.qiov, job.request.bytes.data(), 512);
    const auto body = [](void *opaque) {
        auto *j = static_cast<Job *>(opaque);
        j->request.result = laio_co_submit(
            nullptr, j->s, -1, 0, &j->request.qiov, QEMU_AIO_WRITE, 0);
        j->request.calls++;
    };
    qemu_coroutine_enter(qemu_coroutine_create(body, &job));
    PollUntilOver(job.request);
    EXPECT_EQ(job.request.result, -EBADF);
}

TEST_F(LinuxAioTest, CleanupLeavesNothingForTheLoopToRun)
{
    OPEN_OR_SKIP();
    Request request;
    Submit(&request);
    PollUntilOver(request);
    laio_cleanup(s_);
    s_ = nullptr;
    EXPECT_FALSE(aio_poll(ctx_, false));
}

}  // namespace
