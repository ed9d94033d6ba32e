// The backend on the real loop and the real kernel.

#include "block/linux_aio.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qemu/coroutine.h"
#include "qemu/iov.h"
#include "util/io_kernel.h"

namespace {

// The real kernel, observed, and pretending where a test wants it to.
class WatchedKernel : public IoKernel {
 public:
    int setup_result = 0;    // instead of a context, unless 0
    bool hide_ring = false;  // give a number, not the ring's address
    std::vector<long> submitted;  // requests per call
    int fetches = 0;

    int setup(int max_events, io_context_t *ctx) override
    {
        if (setup_result != 0) {
            return setup_result;
        }
        hidden_ = nullptr;
        const int ret = io_kernel_real()->setup(max_events, &hidden_);
        *ctx = hide_ring ? reinterpret_cast<io_context_t>(1) : hidden_;
        return ret;
    }
    int submit(io_context_t, long nr, iocb **iocbs) override
    {
        submitted.push_back(nr);
        return io_kernel_real()->submit(hidden_, nr, iocbs);
    }
    int getevents(io_context_t, long min_nr, long nr, io_event *events,
                  timespec *timeout) override
    {
        fetches++;
        return io_kernel_real()->getevents(hidden_, min_nr, nr, events,
                                           timeout);
    }
    int cancel(io_context_t, iocb *iocb, io_event *event) override
    {
        return io_kernel_real()->cancel(hidden_, iocb, event);
    }
    int destroy(io_context_t) override
    {
        return io_kernel_real()->destroy(hidden_);
    }
    int poll(pollfd *fds, unsigned nfds, int64_t timeout_ns) override
    {
        return io_kernel_real()->poll(fds, nfds, timeout_ns);
    }

 private:
    io_context_t hidden_ = nullptr;
};

class LinuxAioTest : public ::testing::Test {
 protected:
    struct Request {
        std::vector<char> bytes = std::vector<char>(512, 'x');
        QEMUIOVector qiov;
        int result = -EINPROGRESS;
        int calls = 0;
        std::function<void()> then;
    };

    void SetUp() override
    {
        io_kernel_replace(&kernel_);
        ctx_ = aio_context_new(nullptr);
        ASSERT_NE(ctx_, nullptr);
        qemu_set_current_aio_context(ctx_);
        std::string path = std::string(std::getenv("TEST_TMPDIR")) + "/XXXXXX";
        fd_ = mkstemp(path.data());
        ASSERT_GE(fd_, 0);
        unlink(path.c_str());
        ASSERT_EQ(ftruncate(fd_, 1 << 20), 0);
    }

    void TearDown() override
    {
        if (s_ != nullptr) {
            laio_cleanup(s_);
        }
        aio_context_unref(ctx_);
        close(fd_);
        io_kernel_replace(nullptr);
    }

    // False, with the test skipped, where there is no kernel AIO.
    void Open()
    {
        Error *error = nullptr;
        s_ = laio_init(&error);
        if (s_ == nullptr) {
            const std::string why = error_get_pretty(error);
            error_free(error);
            GTEST_SKIP() << "no kernel AIO here: " << why;
        }
        laio_attach_aio_context(s_, ctx_);
    }

    BlockAIOCB *Submit(Request *request, int64_t sector = 0,
                       int type = QEMU_AIO_READ, int fd = -2)
    {
        qemu_iovec_init_buf(&request->qiov, request->bytes.data(),
                            request->bytes.size());
        const auto done = [](void *opaque, int ret) {
            auto *r = static_cast<Request *>(opaque);
            r->result = ret;
            r->calls++;
            if (r->then) {
                r->then();
            }
        };
        return laio_submit(nullptr, s_, fd == -2 ? fd_ : fd, sector,
                           &request->qiov,
                           static_cast<int>(request->bytes.size() / 512), done,
                           request, type);
    }

    void PollUntilOver(const Request &request)
    {
        while (request.calls == 0) {
            aio_poll(ctx_, true);
        }
    }

    WatchedKernel kernel_;
    AioContext *ctx_ = nullptr;
    LinuxAioState *s_ = nullptr;
    int fd_ = -1;
};

// Skips the rest of the test as well.
#define OPEN_OR_SKIP()  \
    Open();             \
    if (IsSkipped()) {  \
        return;         \
    }

TEST_F(LinuxAioTest, InitSaysWhatItTriedAndTheWayOut)
{
    kernel_.setup_result = -EAGAIN;
    Error *error = nullptr;
    EXPECT_EQ(laio_init(&error), nullptr);
    ASSERT_NE(error, nullptr);
    const std::string message = error_get_pretty(error);
    EXPECT_NE(message.find("1024 AIO events"), std::string::npos) << message;
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
    laio_submit(
        nullptr, s_, fd_, 0, &request.qiov, 2,
        [](void *opaque, int ret) {
            auto *r = static_cast<Request *>(opaque);
            r->result = ret;
            r->calls++;
        },
        &request, QEMU_AIO_READ);
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
