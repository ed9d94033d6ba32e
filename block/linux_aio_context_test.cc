#include "block/linux_aio_context.h"

#include <gtest/gtest.h>

#include <string>

#include "block/linux_aio.h"
#include "block/watched_kernel.h"

namespace {

// Counts contexts that are open.
struct CountingKernel : WatchedKernel {
    int open = 0;

    int setup(int max_events, io_context_t *ctx) override
    {
        const int ret = WatchedKernel::setup(max_events, ctx);
        open += ret == 0;
        return ret;
    }
    int destroy(io_context_t ctx) override
    {
        open--;
        return WatchedKernel::destroy(ctx);
    }
};

class LinuxAioContextTest : public ::testing::Test {
 protected:
    LinuxAioContextTest() { io_kernel_replace(&kernel_); }
    ~LinuxAioContextTest() override { io_kernel_replace(nullptr); }

    CountingKernel kernel_;
};

TEST_F(LinuxAioContextTest, EachContextHasOneStateAndEndsIt)
{
    AioContext *a = aio_context_new(&error_abort);
    AioContext *b = aio_context_new(&error_abort);
    LinuxAioState *of_a = aio_setup_linux_aio(a, nullptr);
    if (of_a == nullptr) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_EQ(aio_setup_linux_aio(a, nullptr), of_a);
    EXPECT_EQ(aio_get_linux_aio(a), of_a);
    EXPECT_NE(aio_setup_linux_aio(b, nullptr), of_a);
    EXPECT_EQ(kernel_.open, 2);
    aio_context_unref(a);
    EXPECT_EQ(kernel_.open, 1);
    aio_context_unref(b);
    EXPECT_EQ(kernel_.open, 0);
}

TEST_F(LinuxAioContextTest, ContextWithoutAStateMayTryAgain)
{
    AioContext *ctx = aio_context_new(&error_abort);
    Error *error = nullptr;
    kernel_.setup_result = -EAGAIN;
    EXPECT_EQ(aio_setup_linux_aio(ctx, &error), nullptr);
    ASSERT_NE(error, nullptr);
    EXPECT_NE(std::string(error_get_pretty(error)).find("fs.aio-max-nr"),
              std::string::npos);
    error_free(error);
    EXPECT_DEATH(aio_get_linux_aio(ctx), "has no Linux AIO state");
    kernel_.setup_result = 0;
    aio_setup_linux_aio(ctx, nullptr);
    aio_context_unref(ctx);
    EXPECT_EQ(kernel_.open, 0);
}

}  // namespace
