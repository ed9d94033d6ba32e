// What requests on a disk do, in each of the engines.

#include "block/block_backend.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "block/disk_fixture.h"
#include "qemu/memalign.h"

namespace {

constexpr BdrvRequestFlags kNone{};

constexpr BlockOpenOptions kNative = {.writable = true,
                                      .aio = BLOCK_AIO_NATIVE};
constexpr BlockOpenOptions kThreads = {.writable = true,
                                       .aio = BLOCK_AIO_THREADS};

class BothEnginesTest : public DiskTest,
                        public ::testing::WithParamInterface<DiskKind> {
 protected:
    void SetUp() override
    {
        DiskTest::SetUp();
        FillFile(64 * 1024);
        Open(GetParam().options);
    }
};

// Skips the rest of the test as well.
#define SKIP_WITHOUT_DISK() \
    if (blk_ == nullptr) {  \
        return;             \
    }

TEST_P(BothEnginesTest, RangesThatAreNotWithinTheDiskAreErrors)
{
    SKIP_WITHOUT_DISK();
    char byte[2] = {'x', 'y'};
    EXPECT_EQ(blk_pread(blk_, 64 * 1024, 1, byte, kNone), -EIO);
    EXPECT_EQ(blk_pread(blk_, 64 * 1024 - 1, 2, byte, kNone), -EIO);
    EXPECT_EQ(blk_pread(blk_, -1, 1, byte, kNone), -EIO);
    EXPECT_EQ(blk_pwrite(blk_, INT64_MAX, 1, byte, kNone), -EIO);
    EXPECT_EQ(blk_pwrite_zeroes(blk_, 0, INT64_MAX, kNone), -EIO);
    EXPECT_EQ(blk_pdiscard(blk_, 0, -1), -EIO);
    EXPECT_TRUE(FileBytes() == model_);
}

TEST_P(BothEnginesTest, NothingIsDoneAtOnceAndCompletesFromTheLoop)
{
    SKIP_WITHOUT_DISK();
    Pending none;
    qemu_iovec_init_buf(&none.qiov, nullptr, 0);
    blk_aio_pwritev(blk_, 64 * 1024, &none.qiov, kNone, Pending::Done, &none);
    EXPECT_EQ(none.calls, 0) << "completed inside the call";
    PollUntil([&] { return none.calls > 0; });
    EXPECT_EQ(none.result, 0);
}

TEST_P(BothEnginesTest, UnknownFlagIsRefused)
{
    SKIP_WITHOUT_DISK();
    char byte = 'x';
    EXPECT_EQ(blk_pwrite(blk_, 0, 1, &byte,
                         static_cast<BdrvRequestFlags>(0x400)), -ENOTSUP);
}

TEST_P(BothEnginesTest, LengthCanBeChanged)
{
    SKIP_WITHOUT_DISK();
    char byte = 'x';
    EXPECT_EQ(blk_truncate(blk_, 100 * 1024), 0);
    EXPECT_EQ(blk_getlength(blk_), 100 * 1024);
    EXPECT_EQ(blk_pread(blk_, 100 * 1024 - 1, 1, &byte, kNone), 0);
    EXPECT_EQ(byte, 0);
    EXPECT_EQ(blk_truncate(blk_, -1), -EINVAL);
}

TEST_P(BothEnginesTest, DiscardedRangeMayBeWrittenAgain)
{
    SKIP_WITHOUT_DISK();
    ASSERT_EQ(blk_pdiscard(blk_, 4096, 8192), 0);
    ASSERT_EQ(blk_pwrite(blk_, 4096, 8192, model_.data() + 4096, kNone), 0);
    EXPECT_TRUE(FileBytes() == model_);
}

TEST_P(BothEnginesTest, MoreBuffersThanTheKernelTakesAtOnce)
{
    SKIP_WITHOUT_DISK();
    constexpr int kParts = 3000;
    Pending read;
    std::vector<char> bytes(kParts * 3);
    qemu_iovec_init(&read.qiov, kParts);
    for (int i = 0; i < kParts; i++) {
        qemu_iovec_add(&read.qiov, bytes.data() + i * 3, 3);
    }
    blk_aio_preadv(blk_, 1, &read.qiov, kNone, Pending::Done, &read);
    PollUntil([&] { return read.calls > 0; });
    EXPECT_EQ(read.result, 0);
    EXPECT_EQ(memcmp(bytes.data(), model_.data() + 1, bytes.size()), 0);
    qemu_iovec_destroy(&read.qiov);
}

TEST_P(BothEnginesTest, TransferLargerThanOneBufferOfOurs)
{
    SKIP_WITHOUT_DISK();
    ASSERT_EQ(blk_truncate(blk_, 1 << 20), 0);
    std::vector<char> bytes(700001);
    for (size_t i = 0; i < bytes.size(); i++) {
        bytes[i] = PatternByte(i, 3);
    }
    ASSERT_EQ(blk_pwrite(blk_, 513, bytes.size(), bytes.data(), kNone), 0);
    std::vector<char> read(bytes.size());
    ASSERT_EQ(blk_pread(blk_, 513, read.size(), read.data(), kNone), 0);
    EXPECT_TRUE(read == bytes);
    EXPECT_EQ(FileBytes()[512], model_[512]);
}

TEST_P(BothEnginesTest, FileThatIsUnlinkedMeanwhileGoesOn)
{
    SKIP_WITHOUT_DISK();
    unlink(path_.c_str());
    std::vector<char> read(4096);
    EXPECT_EQ(blk_pwrite(blk_, 0, 4096, model_.data() + 4096, kNone), 0);
    EXPECT_EQ(blk_pread(blk_, 0, 4096, read.data(), kNone), 0);
    EXPECT_EQ(memcmp(read.data(), model_.data() + 4096, 4096), 0);
}

TEST_P(BothEnginesTest, FileThatIsCutOffMeanwhileReadsAsZerosBehindItsEnd)
{
    SKIP_WITHOUT_DISK();
    ASSERT_EQ(truncate(path_.c_str(), 5000), 0);
    std::vector<char> read(8192, '#');
    EXPECT_EQ(blk_pread(blk_, 0, 8192, read.data(), kNone), 0);
    EXPECT_EQ(memcmp(read.data(), model_.data(), 5000), 0);
    EXPECT_EQ(std::count(read.begin() + 5000, read.end(), 0), 3192);
}

TEST_P(BothEnginesTest, ChangesToADiskThatIsOnlyReadAreRefused)
{
    SKIP_WITHOUT_DISK();
    blk_close(blk_);
    BlockOpenOptions options = GetParam().options;
    options.writable = false;
    ASSERT_TRUE(Open(options));
    char byte = 'x';
    EXPECT_EQ(blk_pwrite(blk_, 0, 1, &byte, kNone), -EPERM);
    EXPECT_EQ(blk_pwrite_zeroes(blk_, 0, 1, kNone), -EPERM);
    EXPECT_EQ(blk_pdiscard(blk_, 0, 1), -EPERM);
    EXPECT_EQ(blk_truncate(blk_, 0), -EPERM);
    EXPECT_EQ(blk_pread(blk_, 0, 1, &byte, kNone), 0);
    EXPECT_EQ(blk_flush(blk_), 0);
    EXPECT_TRUE(FileBytes() == model_);
}

TEST_P(BothEnginesTest, CallerMayCancelAndIsToldOnceEitherWay)
{
    SKIP_WITHOUT_DISK();
    std::vector<Pending> all(20);
    auto *memory =
        static_cast<char *>(qemu_memalign(4096, all.size() * 4096));
    for (size_t i = 0; i < all.size(); i++) {
        qemu_iovec_init_buf(&all[i].qiov, memory + i * 4096, 4096 - i % 2);
        const auto begin = i % 3 == 0 ? blk_aio_preadv : blk_aio_pwritev;
        BlockAIOCB *acb = begin(blk_, i * 512, &all[i].qiov, kNone,
                                Pending::Done, &all[i]);
        if (i % 4 == 0) {
            bdrv_aio_cancel(acb);
            EXPECT_EQ(all[i].calls, 1);
        } else {
            bdrv_aio_cancel_async(acb);
        }
    }
    for (const Pending &pending : all) {
        PollUntil([&] { return pending.calls > 0; });
    }
    aio_poll(ctx_, false);
    for (const Pending &pending : all) {
        EXPECT_EQ(pending.calls, 1);
        EXPECT_TRUE(pending.result == 0 || pending.result == -ECANCELED);
    }
    qemu_vfree(memory);
}

TEST_P(BothEnginesTest, CallbacksTellOfZeroesDiscardAndFlush)
{
    SKIP_WITHOUT_DISK();
    Pending zeroes, discard, flush;
    blk_aio_pwrite_zeroes(blk_, 100, 5000, kNone, Pending::Done, &zeroes);
    PollUntil([&] { return zeroes.calls > 0; });
    blk_aio_flush(blk_, Pending::Done, &flush);
    blk_aio_pdiscard(blk_, 8192, 4096, Pending::Done, &discard);
    PollUntil([&] { return flush.calls > 0 && discard.calls > 0; });
    EXPECT_EQ(zeroes.result, 0);
    EXPECT_EQ(flush.result, 0);
    EXPECT_EQ(discard.result, 0);
    std::fill_n(model_.begin() + 100, 5000, 0);
    const std::vector<char> bytes = FileBytes();
    EXPECT_TRUE(std::equal(bytes.begin(), bytes.begin() + 8192,
                           model_.begin()));
    EXPECT_TRUE(std::equal(bytes.begin() + 12288, bytes.end(),
                           model_.begin() + 12288));
}

TEST_P(BothEnginesTest, CoroutinesHaveTheSameForms)
{
    SKIP_WITHOUT_DISK();
    struct Job {
        BlockBackend *blk;
        const std::vector<char> *model;
        std::vector<int> results;
    } job{blk_, &model_, {}};
    const auto body = [](void *opaque) {
        auto *job = static_cast<Job *>(opaque);
        char bytes[100];
        QEMUIOVector qiov;
        qemu_iovec_init_buf(&qiov, bytes, sizeof(bytes));
        job->results.push_back(blk_co_preadv(job->blk, 7, &qiov, kNone));
        EXPECT_EQ(memcmp(bytes, job->model->data() + 7, 100), 0);
        job->results.push_back(blk_co_pwritev(job->blk, 7, &qiov, kNone));
        job->results.push_back(
            blk_co_pwrite_zeroes(job->blk, 0, 0, kNone));
        job->results.push_back(blk_co_pdiscard(job->blk, 0, 10));
        job->results.push_back(blk_co_flush(job->blk));
        job->results.push_back(blk_co_truncate(job->blk, 64 * 1024));
    };
    qemu_coroutine_enter(qemu_coroutine_create(body, &job));
    PollUntil([&] { return job.results.size() == 6; });
    EXPECT_EQ(job.results, std::vector<int>(6));
}

INSTANTIATE_TEST_SUITE_P(
    Engines, BothEnginesTest,
    ::testing::Values(
        DiskKind{"Native", kNative}, DiskKind{"Threads", kThreads},
        DiskKind{"Direct", {.writable = true, .direct = true}},
        DiskKind{"DirectInThreads", {.writable = true, .direct = true,
                                     .aio = BLOCK_AIO_THREADS}}),
    [](const auto &info) { return std::string(info.param.name); });

}  // namespace
