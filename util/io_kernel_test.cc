#include "util/io_kernel.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

class RealKernelTest : public testing::Test {
 protected:
    RealKernelTest()
    {
        std::string name = testing::TempDir() + "io_kernel_XXXXXX";
        fd = mkstemp(name.data());
        unlink(name.c_str());
    }
    ~RealKernelTest() override { close(fd); }
    int fd;
    io_context_t ctx = nullptr;
};

TEST_F(RealKernelTest, WritesAndReadsAFile)
{
    char out[512], in[512] = {};
    memset(out, 'x', sizeof(out));
    iocb cb;
    iocb *cbs[] = {&cb};
    io_event event;
    ASSERT_EQ(io_setup(8, &ctx), 0);

    io_prep_pwrite(&cb, fd, out, sizeof(out), 0);
    ASSERT_EQ(io_submit(ctx, 1, cbs), 1);
    ASSERT_EQ(io_getevents(ctx, 1, 1, &event, nullptr), 1);
    EXPECT_EQ(event.res, sizeof(out));

    io_prep_pread(&cb, fd, in, sizeof(in), 0);
    ASSERT_EQ(io_submit(ctx, 1, cbs), 1);
    ASSERT_EQ(io_getevents(ctx, 1, 1, &event, nullptr), 1);
    EXPECT_EQ(event.obj, &cb);
    EXPECT_EQ(memcmp(in, out, sizeof(in)), 0);
    EXPECT_EQ(io_destroy(ctx), 0);
}

TEST_F(RealKernelTest, FailureIsMinusErrnoAndLeavesErrnoAlone)
{
    char byte;
    iocb cb;
    iocb *cbs[] = {&cb};
    io_event event;
    ASSERT_EQ(io_setup(1, &ctx), 0);
    errno = 0;

    io_prep_pread(&cb, -1, &byte, 1, 0);
    EXPECT_EQ(io_submit(ctx, 1, cbs), -EBADF);
    EXPECT_EQ(io_cancel(ctx, &cb, &event), -EINVAL);
    EXPECT_EQ(io_destroy(ctx), 0);
    EXPECT_EQ(io_destroy(ctx), -EINVAL);
    EXPECT_EQ(io_setup(-1, &ctx), -EINVAL);
    EXPECT_EQ(errno, 0);
}

TEST(RealPollTest, ReturnsTheNumberReady)
{
    int set = eventfd(1, 0);
    int clear = eventfd(0, 0);
    pollfd fds[] = {{set, POLLIN, 0}, {clear, POLLIN, 0}};

    EXPECT_EQ(io_kernel_real()->poll(fds, 2, -1), 1);
    EXPECT_EQ(fds[0].revents, POLLIN);
    EXPECT_EQ(io_kernel_real()->poll(fds + 1, 1, 0), 0);
    EXPECT_EQ(io_kernel_real()->poll(fds + 1, 1, 1), 0);
    close(set);
    close(clear);
}

// Refuses everything with a number of its own.
class RefusingKernel : public IoKernel {
    int setup(int, io_context_t *) override { return -1; }
    int submit(io_context_t, long, struct iocb **) override { return -2; }
    int getevents(io_context_t, long, long, struct io_event *,
                  struct timespec *) override
    {
        return -3;
    }
    int cancel(io_context_t, struct iocb *, struct io_event *) override
    {
        return -4;
    }
    int destroy(io_context_t) override { return -5; }
    int poll(struct pollfd *, unsigned, int64_t) override { return -6; }
};

TEST(ReplacedKernelTest, EntryPointsGoToTheOneInForce)
{
    RefusingKernel refusing;
    io_context_t ctx = nullptr;

    io_kernel_replace(&refusing);
    EXPECT_EQ(io_setup(1, &ctx), -1);
    EXPECT_EQ(io_submit(ctx, 0, nullptr), -2);
    EXPECT_EQ(io_getevents(ctx, 0, 0, nullptr, nullptr), -3);
    EXPECT_EQ(io_cancel(ctx, nullptr, nullptr), -4);
    EXPECT_EQ(io_destroy(ctx), -5);
    EXPECT_EQ(io_kernel_current()->poll(nullptr, 0, 0), -6);
    io_kernel_replace(nullptr);
    EXPECT_EQ(io_kernel_current(), io_kernel_real());
}

}  // namespace
