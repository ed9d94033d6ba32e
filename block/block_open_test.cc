// Opening a disk: what it says when it cannot, and what it finds out.

#include <sys/stat.h>

#include <vector>

#include "block/disk_fixture.h"

namespace {

constexpr BdrvRequestFlags kNone{};
constexpr BlockOpenOptions kNative = {.writable = true,
                                      .aio = BLOCK_AIO_NATIVE};
constexpr BlockOpenOptions kThreads = {.writable = true,
                                       .aio = BLOCK_AIO_THREADS};

std::string WhyNot(const std::string &path, const BlockOpenOptions &options)
{
    Error *error = nullptr;
    EXPECT_EQ(blk_open(path.c_str(), options, &error), nullptr);
    const std::string why = error ? error_get_pretty(error) : "no error";
    error_free(error);
    return why;
}

TEST_F(DiskTest, VanishedFileIsNamedWithTheReason)
{
    const std::string why = WhyNot(path_ + ".gone", kThreads);
    EXPECT_NE(why.find(".gone' for writing: No such file"),
              std::string::npos) << why;
}

TEST_F(DiskTest, WhatIsNoDiskIsRefused)
{
    EXPECT_NE(WhyNot("/dev/null", kThreads).find("neither a regular file nor "
                                                 "a block device"),
              std::string::npos);
    const std::string pipe = path_ + ".pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_NE(WhyNot(pipe, kThreads), "no error") << "waits for its other end";
    unlink(pipe.c_str());
}

TEST_F(DiskTest, AlignmentThatIsNoPowerOfTwoIsRefused)
{
    BlockOpenOptions options = kThreads;
    options.request_alignment = 48;
    EXPECT_NE(WhyNot(path_, options).find("48 bytes: take a power of two"),
              std::string::npos);
}

TEST_F(DiskTest, WithoutKernelAioNativeFailsAndAutoGoesToThreads)
{
    FillFile(8192);
    kernel_.setup_result = -ENOSYS;
    EXPECT_NE(WhyNot(path_, kNative).find("cannot set up"), std::string::npos);
    BlockOpenOptions options = {.writable = true, .direct = true};
    if (!Open(options)) {
        return;
    }
    std::vector<char> read(8192);
    EXPECT_EQ(blk_pread(blk_, 0, 8192, read.data(), kNone), 0);
    EXPECT_TRUE(read == model_);
    EXPECT_FALSE(blk_is_native(blk_));
}

TEST_F(DiskTest, DirectDiskHasBlocksAndCachedHasNone)
{
    FillFile(1 << 17);
    ASSERT_TRUE(Open(kThreads));
    EXPECT_EQ(blk_get_limits(blk_)->request_alignment, 1u);
    blk_close(blk_);
    blk_ = nullptr;
    if (!Open({.direct = true})) {
        return;
    }
    const BlockLimits *limits = blk_get_limits(blk_);
    EXPECT_GE(limits->request_alignment, 512u);
    EXPECT_GE(limits->memory_alignment, limits->request_alignment);
    EXPECT_FALSE(blk_is_writable(blk_));
}

TEST_F(DiskTest, FileWithoutDataHasTheSafeAlignment)
{
    ASSERT_EQ(truncate(path_.c_str(), 1 << 20), 0);
    if (!Open({.direct = true})) {
        return;
    }
    EXPECT_GE(blk_get_limits(blk_)->request_alignment, 4096u);
}

}  // namespace
