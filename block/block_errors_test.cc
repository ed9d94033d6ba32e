// What fails, fails alone and with its own errno; short transfers go on.

#include <cstring>
#include <memory>
#include <vector>

#include "block/disk_fixture.h"
#include "block/failing_calls.h"
#include "qemu/memalign.h"

namespace {

constexpr BdrvRequestFlags kNone{};
constexpr int kRequests = 24;
constexpr int kBlock = 4096;

// A queue of requests, one to each block, some of which fail.
class ErrorsTest : public DiskTest,
                   public ::testing::WithParamInterface<BlockAio> {
 protected:
    void SetUp() override
    {
        kernel_.hide_ring = true;  // results can be changed
        DiskTest::SetUp();
        FillFile(kRequests * kBlock);
        Open({.writable = true, .aio = GetParam(), .request_alignment = 512});
        memory_.reset(static_cast<char *>(
            qemu_memalign(kBlock, kRequests * kBlock)));
    }

    static bool IsUnlucky(int64_t offset) { return offset / kBlock % 5 == 2; }

    // Every fifth request has this result.
    void FailSome(int error)
    {
        if (GetParam() == BLOCK_AIO_THREADS) {
            calls_.result_at = [error](off_t offset) {
                return IsUnlucky(offset) ? error : 0;
            };
        }
        kernel_.change = [error](const SeenIocb &seen, long res) {
            return IsUnlucky(seen.offset) ? long{error} : res;
        };
    }

    void SubmitAll(decltype(blk_aio_preadv) *begin)
    {
        for (int i = 0; i < kRequests; i++) {
            qemu_iovec_init_buf(&all_[i].qiov, &memory_.get()[i * kBlock],
                                kBlock);
            begin(blk_, int64_t{i} * kBlock, &all_[i].qiov, kNone,
                  Pending::Done, &all_[i]);
        }
    }

    void ExpectOnlyTheUnluckyFailWith(int error)
    {
        for (int i = 0; i < kRequests; i++) {
            PollUntil([&] { return all_[i].calls > 0; });
        }
        for (int i = 0; i < kRequests; i++) {
            EXPECT_EQ(all_[i].calls, 1);
            EXPECT_EQ(all_[i].result,
                      IsUnlucky(int64_t{i} * kBlock) ? error : 0) << i;
        }
    }

    struct Free {
        void operator()(char *memory) const { qemu_vfree(memory); }
    };

    FailingCalls calls_;
    std::unique_ptr<char, Free> memory_;
    std::vector<Pending> all_{kRequests};
};

TEST_P(ErrorsTest, ReadErrorIsToldToItsOwnRequestOnly)
{
    if (blk_ == nullptr) {
        return;
    }
    FailSome(-EIO);
    SubmitAll(blk_aio_preadv);
    ExpectOnlyTheUnluckyFailWith(-EIO);
    for (int i = 0; i < kRequests; i++) {
        if (!IsUnlucky(int64_t{i} * kBlock)) {
            EXPECT_EQ(memcmp(&memory_.get()[i * kBlock], &model_[i * kBlock],
                             kBlock), 0);
        }
    }
}

TEST_P(ErrorsTest, FullDiskIsToldToItsOwnRequestOnly)
{
    if (blk_ == nullptr) {
        return;
    }
    FailSome(-ENOSPC);
    SubmitAll(blk_aio_pwritev);
    ExpectOnlyTheUnluckyFailWith(-ENOSPC);
}

TEST_P(ErrorsTest, DiskIsAsBeforeAfterAnError)
{
    if (blk_ == nullptr) {
        return;
    }
    FailSome(-EIO);
    SubmitAll(blk_aio_pwritev);
    ExpectOnlyTheUnluckyFailWith(-EIO);
    FailSome(0);
    kernel_.change = nullptr;
    all_ = std::vector<Pending>(kRequests);
    SubmitAll(blk_aio_pwritev);
    for (const Pending &pending : all_) {
        PollUntil([&] { return pending.calls > 0; });
        EXPECT_EQ(pending.result, 0);
    }
}

TEST_P(ErrorsTest, ErrorInTheMiddleOfAnUnalignedWriteIsItsResult)
{
    if (blk_ == nullptr) {
        return;
    }
    FailSome(-EIO);
    std::vector<char> bytes(3 * kBlock, 'u');
    // It reads its first and last block; the last fails.
    EXPECT_EQ(blk_pwrite(blk_, 5, 2 * kBlock, bytes.data(), kNone), -EIO);
    EXPECT_TRUE(FileBytes() == model_);
    EXPECT_EQ(blk_pwrite(blk_, kBlock * 4 + 5, 10, bytes.data(), kNone), 0);
}

TEST_P(ErrorsTest, DeviceThatTakesNothingIsFull)
{
    if (blk_ == nullptr) {
        return;
    }
    FailSome(0);
    calls_.most = 0;
    kernel_.change = [](const SeenIocb &, long) { return 0L; };
    EXPECT_EQ(blk_pwrite(blk_, 0, kBlock, model_.data(), kNone), -ENOSPC);
}

TEST_P(ErrorsTest, ShortTransfersGoOnUntilAllIsDone)
{
    if (blk_ == nullptr) {
        return;
    }
    calls_.most = 1000;
    kernel_.change = [](const SeenIocb &, long res) {
        return std::min(res, 1000L);
    };
    std::vector<char> read(10000);
    EXPECT_EQ(blk_pread(blk_, 100, read.size(), read.data(), kNone), 0);
    EXPECT_EQ(memcmp(read.data(), &model_[100], read.size()), 0);
    std::fill_n(model_.begin() + 70, 9000, 'w');
    EXPECT_EQ(blk_pwrite(blk_, 70, 9000, &model_[70], kNone), 0);
    EXPECT_TRUE(FileBytes() == model_);
}

TEST_P(ErrorsTest, ZerosAreWrittenWhereFallocateCannot)
{
    if (blk_ == nullptr) {
        return;
    }
    calls_.fallocate_result = -EOPNOTSUPP;
    EXPECT_EQ(blk_pwrite_zeroes(blk_, 700, 9000, kNone), 0);
    std::fill_n(model_.begin() + 700, 9000, '\0');
    EXPECT_TRUE(FileBytes() == model_);
}

TEST_P(ErrorsTest, ZerosThatFindNoRoomAreAnError)
{
    if (blk_ == nullptr) {
        return;
    }
    calls_.fallocate_result = -ENOSPC;
    EXPECT_EQ(blk_pwrite_zeroes(blk_, 700, 9000, kNone), -ENOSPC);
    EXPECT_TRUE(FileBytes() == model_);
}

TEST_P(ErrorsTest, DiscardIsAWishUnlessTheDeviceFails)
{
    if (blk_ == nullptr) {
        return;
    }
    calls_.fallocate_result = -EIO;
    EXPECT_EQ(blk_pdiscard(blk_, 0, 8192), -EIO);
    calls_.fallocate_result = -EOPNOTSUPP;
    EXPECT_EQ(blk_pdiscard(blk_, 0, 8192), 0);
    EXPECT_TRUE(FileBytes() == model_);
}

INSTANTIATE_TEST_SUITE_P(
    Engines, ErrorsTest,
    ::testing::Values(BLOCK_AIO_NATIVE, BLOCK_AIO_THREADS),
    [](const auto &info) {
        return info.param == BLOCK_AIO_NATIVE ? "Native" : "Threads";
    });

}  // namespace
