#include "tests/harness/subject_api.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

extern "C" {
#include "qapi/error.h"
#include "qemu/coroutine.h"
#include "qemu/iov.h"
#include "qemu/main-loop.h"
}

namespace laio {
namespace {

std::string ReadFile(const std::string &path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

Traits TraitsOf(const std::string &source)
{
    auto traits = ReadTraits(ReadFile(source), source);
    EXPECT_TRUE(traits.ok()) << traits.error().message;
    return traits.ok() ? *traits : Traits();
}

struct Shipped {
    const char *name;
    const char *source;
    const char *object;
};

// A subject at work on a file of the real kernel.
class ShippedSubjectTest : public ::testing::TestWithParam<Shipped> {
 protected:
    static constexpr size_t kBytes = 4096;

    void SetUp() override
    {
        auto loaded =
            SubjectApi::Load(GetParam().object, TraitsOf(GetParam().source));
        ASSERT_TRUE(loaded.ok()) << loaded.error().message;
        api_ = std::move(*loaded);

        ctx_ = aio_context_new(nullptr);
        ASSERT_NE(ctx_, nullptr);
        qemu_set_current_aio_context(ctx_);
        std::string why;
        state_ = api_->Init(&why);
        if (state_ == nullptr) {
            GTEST_SKIP() << "no kernel AIO here: " << why;
        }
        api_->Attach(state_, ctx_);
        std::string path = std::string(std::getenv("TEST_TMPDIR")) + "/XXXXXX";
        fd_ = mkstemp(path.data());
        ASSERT_GE(fd_, 0);
        unlink(path.c_str());
    }

    void TearDown() override
    {
        if (state_ != nullptr) {
            api_->Detach(state_, ctx_);
            api_->Cleanup(state_);
        }
        if (fd_ >= 0) {
            close(fd_);
        }
        if (ctx_ != nullptr) {
            aio_context_unref(ctx_);
        }
    }

    struct Request {
        std::vector<char> buffer = std::vector<char>(kBytes);
        QEMUIOVector qiov;
        int result = -EINPROGRESS;
        int calls = 0;
    };

    void Start(Request *request, int64_t offset_bytes, int type)
    {
        qemu_iovec_init_buf(&request->qiov, request->buffer.data(),
                            request->buffer.size());
        const auto done = [](void *opaque, int ret) {
            auto *r = static_cast<Request *>(opaque);
            r->result = ret;
            r->calls++;
        };
        ASSERT_NE(api_->Submit(state_, fd_, offset_bytes, &request->qiov, type,
                               done, request),
                  nullptr);
    }

    void Finish(const Request &request)
    {
        while (request.result == -EINPROGRESS) {
            aio_poll(ctx_, true);
        }
    }

    std::unique_ptr<SubjectApi> api_;
    AioContext *ctx_ = nullptr;
    LinuxAioState *state_ = nullptr;
    int fd_ = -1;
};

TEST_P(ShippedSubjectTest, WhatCallbacksWroteCallbacksRead)
{
    Request write;
    write.buffer.assign(kBytes, 'w');
    Start(&write, 0, QEMU_AIO_WRITE);
    Finish(write);
    EXPECT_EQ(write.result, 0);

    Request read;
    Start(&read, 0, QEMU_AIO_READ);
    Finish(read);
    EXPECT_EQ(read.result, 0);
    EXPECT_EQ(read.calls, 1);
    EXPECT_EQ(read.buffer, write.buffer);
}

TEST_P(ShippedSubjectTest, ReadOverTheEndOfTheFileFindsZeros)
{
    ASSERT_EQ(pwrite(fd_, "abc", 3, 0), 3);
    Request read;
    read.buffer.assign(kBytes, 'x');
    Start(&read, 0, QEMU_AIO_READ);
    Finish(read);
    EXPECT_EQ(read.result, 0);
    std::vector<char> expected(kBytes, '\0');
    std::copy_n("abc", 3, expected.begin());
    EXPECT_EQ(read.buffer, expected);
}

TEST_P(ShippedSubjectTest, PluggedRequestsRunAfterUnplug)
{
    std::vector<Request> requests(8);
    api_->Plug(state_);
    for (size_t i = 0; i < requests.size(); i++) {
        requests[i].buffer.assign(kBytes, static_cast<char>('a' + i));
        Start(&requests[i], static_cast<int64_t>(i * kBytes), QEMU_AIO_WRITE);
    }
    char byte;
    EXPECT_EQ(pread(fd_, &byte, 1, 0), 0);
    api_->Unplug(state_, 0);
    for (const Request &request : requests) {
        Finish(request);
        EXPECT_EQ(request.result, 0);
    }
    EXPECT_EQ(pread(fd_, &byte, 1, 7 * kBytes), 1);
    EXPECT_EQ(byte, 'h');
}

TEST_P(ShippedSubjectTest, BadDescriptorFailsItsRequestAndNoOther)
{
    Request good_1, bad, good_2;
    const int fd = fd_;
    api_->Plug(state_);
    Start(&good_1, 0, QEMU_AIO_READ);
    fd_ = -1;
    Start(&bad, 0, QEMU_AIO_READ);
    fd_ = fd;
    Start(&good_2, 0, QEMU_AIO_READ);
    api_->Unplug(state_, 0);
    Finish(good_1);
    Finish(bad);
    Finish(good_2);
    EXPECT_EQ(good_1.result, 0);
    EXPECT_EQ(bad.result, -EBADF);
    EXPECT_EQ(good_2.result, 0);
}

TEST_P(ShippedSubjectTest, MoreRequestsThanTheKernelTakesAllComplete)
{
    std::vector<Request> requests(1500);
    for (size_t i = 0; i < requests.size(); i++) {
        Start(&requests[i], static_cast<int64_t>(i % 16 * kBytes),
              QEMU_AIO_READ);
    }
    for (const Request &request : requests) {
        Finish(request);
        EXPECT_EQ(request.result, 0);
        EXPECT_EQ(request.calls, 1);
    }
}

TEST_P(ShippedSubjectTest, CoroutineGoesOnWithTheResult)
{
    struct Job {
        SubjectApi *api;
        LinuxAioState *state;
        int fd;
        Request request;
    } job{api_.get(), state_, fd_, {}};
    ASSERT_EQ(pwrite(fd_, "abc", 3, 0), 3);
    qemu_iovec_init_buf(&job.request.qiov, job.request.buffer.data(), kBytes);
    const auto body = [](void *opaque) {
        auto *j = static_cast<Job *>(opaque);
        j->request.result = j->api->CoSubmit(
            j->state, j->fd, 0, &j->request.qiov, QEMU_AIO_READ, 0, 0);
    };
    qemu_coroutine_enter(qemu_coroutine_create(body, &job));
    Finish(job.request);
    EXPECT_EQ(job.request.result, 0);
    EXPECT_EQ(job.request.buffer[2], 'c');
}

TEST_P(ShippedSubjectTest, TraitsAreThoseOfItsSource)
{
    const Traits &t = api_->traits();
    EXPECT_TRUE(t.typed_state);
    EXPECT_TRUE(t.has_cleanup);
    EXPECT_TRUE(t.has_attach);
    EXPECT_TRUE(t.has_submit);
    EXPECT_EQ(t.plug, PlugForm::kState);
    EXPECT_EQ(t.reaps_from_ring, std::string(GetParam().name) != "getevents");
}

INSTANTIATE_TEST_SUITE_P(
    Subjects, ShippedSubjectTest,
    ::testing::Values(
        Shipped{"ours", "block/linux_aio.cc", "block/ours.so"},
        Shipped{"getevents", "block/subjects/getevents.c",
                "block/subjects/getevents.so"},
        Shipped{"ring_v1", "block/subjects/ring-v1.c",
                "block/subjects/ring-v1.so"}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(SubjectApiTest, MissingObjectIsAnErrorThatNamesIt)
{
    auto loaded = SubjectApi::Load("no/such.so", Traits());
    ASSERT_FALSE(loaded.ok());
    EXPECT_NE(loaded.error().message.find("no/such.so"), std::string::npos);
}

TEST(SubjectApiTest, ObjectWithoutWhatTheTraitsNameIsRefused)
{
    Traits traits = TraitsOf("block/linux_aio.cc");
    traits.has_cleanup = true;
    auto loaded = SubjectApi::Load("/lib/x86_64-linux-gnu/libm.so.6", traits);
    ASSERT_FALSE(loaded.ok());
    EXPECT_EQ(loaded.error().kind, ErrorKind::kBadInput);
    EXPECT_NE(loaded.error().message.find("it has no laio_init"),
              std::string::npos);
}

}  // namespace
}  // namespace laio
