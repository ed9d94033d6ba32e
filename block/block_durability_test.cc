// What DURABILITY.md promises, as far as it shows in what the kernel is asked.
// That the kernel keeps its word is for tests/crash.

#include <sys/uio.h>

#include <algorithm>
#include <vector>

#include "block/disk_fixture.h"
#include "block/failing_calls.h"

namespace {

constexpr BdrvRequestFlags kNone{};

class DurabilityTest : public DiskTest,
                       public ::testing::WithParamInterface<DiskKind> {
 protected:
    void SetUp() override
    {
        kernel_.remember = true;
        DiskTest::SetUp();
        FillFile(64 * 1024);
        OpenAnew();
    }

    // What was flushed while it was opened does not count.
    bool OpenAnew()
    {
        if (blk_ != nullptr) {
            blk_close(blk_);
        }
        const bool open = Open(GetParam().options);
        kernel_.seen.clear();
        calls_.syncs = 0;
        return open;
    }

    int Write(BdrvRequestFlags flags = kNone)
    {
        return blk_pwrite(blk_, 0, 4096, model_.data(), flags);
    }

    int Flushes() const
    {
        return calls_.syncs + Count([](const SeenIocb &seen) {
                   return seen.opcode == IO_CMD_FDSYNC;
               });
    }
    int StableWrites() const
    {
        return calls_.dsyncs + Count([](const SeenIocb &seen) {
                   return seen.rwf == RWF_DSYNC;
               });
    }

    bool native() const { return GetParam().options.aio == BLOCK_AIO_NATIVE; }

    // Flushes end like this from now on.
    void FailFlushes(int error)
    {
        calls_.fdatasync_result = error;
        kernel_.refuse = [error](const SeenIocb &seen) {
            return seen.opcode == IO_CMD_FDSYNC ? error : 0;
        };
    }

    FailingCalls calls_;

 private:
    template <typename Which>
    int Count(Which which) const
    {
        return static_cast<int>(
            std::count_if(kernel_.seen.begin(), kernel_.seen.end(), which));
    }
};

#define SKIP_WITHOUT_DISK() \
    if (blk_ == nullptr) {  \
        return;             \
    }

TEST_P(DurabilityTest, FlushIsOneFlushOfTheFile)
{
    SKIP_WITHOUT_DISK();
    EXPECT_EQ(Write(), 0);
    EXPECT_EQ(Flushes(), 0);
    EXPECT_EQ(blk_flush(blk_), 0);
    EXPECT_EQ(Flushes(), 1);
}

TEST_P(DurabilityTest, FlushInCallbackFormIsTheSame)
{
    SKIP_WITHOUT_DISK();
    Pending flush;
    blk_aio_flush(blk_, Pending::Done, &flush);
    EXPECT_EQ(flush.calls, 0);
    PollUntil([&] { return flush.calls > 0; });
    EXPECT_EQ(flush.result, 0);
    EXPECT_EQ(Flushes(), 1);
}

TEST_P(DurabilityTest, FuaIsOneStableWriteAndNoFlush)
{
    SKIP_WITHOUT_DISK();
    EXPECT_EQ(Write(BDRV_REQ_FUA), 0);
    EXPECT_EQ(StableWrites(), 1);
    EXPECT_EQ(Flushes(), 0);
}

TEST_P(DurabilityTest, FuaOfAnUnalignedWriteHoldsForEachOfItsPieces)
{
    SKIP_WITHOUT_DISK();
    ASSERT_EQ(blk_truncate(blk_, 1 << 20), 0);
    const std::vector<char> bytes(600000, 'f');
    EXPECT_EQ(blk_pwrite(blk_, 1, bytes.size(), bytes.data(), BDRV_REQ_FUA),
              0);
    const bool in_pieces = blk_get_limits(blk_)->request_alignment > 1;
    EXPECT_EQ(StableWrites(), in_pieces ? 3 : 1);
}

TEST_P(DurabilityTest, FuaWhereThereIsNoneIsAWriteAndAFlush)
{
    SKIP_WITHOUT_DISK();
    calls_.dsync_result = -EOPNOTSUPP;
    kernel_.refuse = [](const SeenIocb &seen) {
        return seen.rwf != 0 ? -EOPNOTSUPP : 0;
    };
    for (int i = 1; i <= 2; i++) {
        EXPECT_EQ(Write(BDRV_REQ_FUA), 0);
        EXPECT_EQ(Flushes(), i);
        EXPECT_EQ(StableWrites(), 1) << "was tried again";
    }
}

TEST_P(DurabilityTest, FuaOfZerosIsFollowedByAFlush)
{
    SKIP_WITHOUT_DISK();
    EXPECT_EQ(blk_pwrite_zeroes(blk_, 0, 8192, BDRV_REQ_FUA), 0);
    EXPECT_GE(Flushes() + StableWrites(), 1);
}

TEST_P(DurabilityTest, FailedFlushIsNotForgottenByTheNext)
{
    SKIP_WITHOUT_DISK();
    FailFlushes(-EIO);
    EXPECT_EQ(blk_flush(blk_), -EIO);
    FailFlushes(0);
    EXPECT_EQ(blk_flush(blk_), -EIO) << "what was lost is still lost";
    EXPECT_EQ(Write(), 0);
    ASSERT_TRUE(OpenAnew());
    EXPECT_EQ(blk_flush(blk_), 0);
}

TEST_P(DurabilityTest, NativeFlushThatTheKernelDoesNotKnowGoesToAThread)
{
    SKIP_WITHOUT_DISK();
    kernel_.refuse = [](const SeenIocb &seen) {
        return seen.opcode == IO_CMD_FDSYNC ? -EINVAL : 0;
    };
    ASSERT_TRUE(OpenAnew());
    EXPECT_EQ(blk_flush(blk_), 0);
    EXPECT_EQ(calls_.syncs, 1);
}

TEST_P(DurabilityTest, DiskThatIsOnlyReadHasNothingToFlush)
{
    SKIP_WITHOUT_DISK();
    blk_close(blk_);
    BlockOpenOptions options = GetParam().options;
    options.writable = false;
    ASSERT_TRUE(Open(options));
    kernel_.seen.clear();
    EXPECT_EQ(blk_flush(blk_), 0);
    EXPECT_EQ(Flushes(), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Engines, DurabilityTest,
    ::testing::Values(
        DiskKind{"Native", {.writable = true, .aio = BLOCK_AIO_NATIVE}},
        DiskKind{"Threads", {.writable = true, .aio = BLOCK_AIO_THREADS}},
        DiskKind{"Direct", {.writable = true, .direct = true,
                            .aio = BLOCK_AIO_NATIVE}}),
    [](const auto &info) { return std::string(info.param.name); });

}  // namespace
