// What the tests of the backend share: a loop, a watched kernel and a file.

#ifndef BLOCK_LINUX_AIO_FIXTURE_H
#define BLOCK_LINUX_AIO_FIXTURE_H

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "block/linux_aio.h"
#include "block/watched_kernel.h"
#include "qemu/iov.h"

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
        kernel_.remember = true;
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
        return laio_submit(nullptr, s_, fd == -2 ? fd_ : fd, sector,
                           &request->qiov,
                           static_cast<int>(request->bytes.size() / 512), Done,
                           request, type);
    }

    // At byte 4096.
    BlockAIOCB *SubmitBytes(Request *request, QEMUIOVector *qiov, int type,
                            BdrvRequestFlags flags = {})
    {
        qemu_iovec_init_buf(&request->qiov, request->bytes.data(),
                            request->bytes.size());
        return laio_submit_bytes(nullptr, s_, fd_, 4096, qiov, type, flags, 0,
                                 Done, request);
    }

    static void Done(void *opaque, int ret)
    {
        auto *request = static_cast<Request *>(opaque);
        request->result = ret;
        request->calls++;
        if (request->then) {
            request->then();
        }
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

#endif  // BLOCK_LINUX_AIO_FIXTURE_H
