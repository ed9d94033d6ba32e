// One disk, requests from several IOThreads at once.

#include <atomic>
#include <semaphore>
#include <string>
#include <vector>

#include "block/disk_fixture.h"
#include "util/iothread.h"

namespace {

constexpr BdrvRequestFlags kNone{};
constexpr int kThreads = 3;
constexpr int kWriters = 4;  // in each thread
constexpr int kRounds = 60;
constexpr size_t kBytes = 2048;

class ThreadsTest : public DiskTest,
                    public ::testing::WithParamInterface<DiskKind> {
 protected:
    // Writes single bytes that are its own, all over the disk, in a coroutine.
    struct Writer {
        ThreadsTest *test;
        size_t number;
        AioContext *ctx;
        int errors = 0;
    };

    void SetUp() override
    {
        DiskTest::SetUp();
        FillFile(kBytes);
        if (GetParam().strict) {
            kernel_.alignment = GetParam().options.request_alignment;
        }
        Open(GetParam().options);
        for (int i = 0; i < kThreads; i++) {
            threads_.push_back(iothread_create("disk", &error_abort));
        }
    }

    void TearDown() override
    {
        for (IOThread *thread : threads_) {
            iothread_destroy(thread);
        }
        DiskTest::TearDown();
    }

    static void coroutine_fn Write(void *opaque)
    {
        auto *writer = static_cast<Writer *>(opaque);
        constexpr size_t kStep = kThreads * kWriters;
        for (int round = 0; round < kRounds; round++) {
            const size_t row = static_cast<size_t>(round) * 7 % 150;
            const size_t place = row * kStep + writer->number;
            char byte = PatternByte(place, round);
            QEMUIOVector qiov;
            qemu_iovec_init_buf(&qiov, &byte, 1);
            writer->errors +=
                blk_co_pwritev(writer->test->blk_, place, &qiov, kNone) != 0;
            writer->errors += qemu_get_current_aio_context() != writer->ctx;
            writer->test->model_[place] = byte;
        }
        writer->test->over_.release();
    }

    static void StartBh(void *opaque)
    {
        qemu_coroutine_enter(qemu_coroutine_create(Write, opaque));
    }

    std::vector<IOThread *> threads_;
    std::counting_semaphore<> over_{0};
};

TEST_P(ThreadsTest, NeighboursInOneBlockDoNotUndoEachOther)
{
    if (blk_ == nullptr) {
        return;
    }
    std::vector<Writer> writers;
    for (size_t i = 0; i < size_t{kThreads} * kWriters; i++) {
        writers.push_back({this, i,
                           iothread_get_aio_context(threads_[i % kThreads])});
    }
    for (Writer &writer : writers) {
        aio_bh_schedule_oneshot(writer.ctx, StartBh, &writer);
    }
    for (size_t i = 0; i < writers.size(); i++) {
        over_.acquire();
    }
    for (const Writer &writer : writers) {
        EXPECT_EQ(writer.errors, 0);
    }
    EXPECT_TRUE(FileBytes() == model_);
}

INSTANTIATE_TEST_SUITE_P(
    Engines, ThreadsTest,
    ::testing::Values(
        DiskKind{"Native", {.writable = true, .aio = BLOCK_AIO_NATIVE,
                            .request_alignment = 512}, true},
        DiskKind{"Threads", {.writable = true, .aio = BLOCK_AIO_THREADS,
                             .request_alignment = 512}}),
    [](const auto &info) { return std::string(info.param.name); });

}  // namespace
