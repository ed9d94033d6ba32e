// What a request costs once the queue has been as deep as it gets: nothing is
// allocated, and the number of calls does not depend on depth or on files.

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

#include "block/allocation_counter.h"
#include "block/disk_fixture.h"
#include "qemu/memalign.h"

namespace {

constexpr BdrvRequestFlags kNone{};
constexpr int kBlock = 512;

struct Load {
    const char *name;
    int depth;  // of each file
    int files;
    bool writes;
    bool tracked;  // there are blocks
    bool coroutines = false;  // one for each request
};

// `depth` requests of each file under way, each followed by another, until
// there have been enough.
class HotPathTest : public DiskTest,
                    public ::testing::WithParamInterface<Load> {
 protected:
    struct Slot {
        HotPathTest *test;
        BlockBackend *disk;
        int64_t offset;
        QEMUIOVector qiov;
    };

    void SetUp() override
    {
        DiskTest::SetUp();
        FillFile(1 << 16);
        memory_ = static_cast<char *>(qemu_memalign(4096, kBlock));
        for (int i = 0; i < GetParam().files; i++) {
            if (!Open({.writable = true,
                       .aio = BLOCK_AIO_NATIVE,
                       .request_alignment = GetParam().tracked ? 512u : 0u})) {
                return;
            }
            disks_.push_back(std::exchange(blk_, nullptr));
        }
        for (int i = 0; i < GetParam().depth * GetParam().files; i++) {
            Slot *slot = &slots_.emplace_back();
            slot->test = this;
            slot->disk = disks_[i % disks_.size()];
            slot->offset = i % 128 * kBlock;
            qemu_iovec_init_buf(&slot->qiov, memory_, kBlock);
        }
    }

    void TearDown() override
    {
        for (BlockBackend *disk : disks_) {
            blk_close(disk);
        }
        qemu_vfree(memory_);
        DiskTest::TearDown();
    }

    static void coroutine_fn Read(void *opaque)
    {
        auto *slot = static_cast<Slot *>(opaque);
        const int ret = blk_co_preadv(slot->disk, slot->offset, &slot->qiov,
                                      kNone);
        Done(slot, ret);
    }

    static void Begin(Slot *slot)
    {
        if (GetParam().coroutines) {
            qemu_coroutine_enter(qemu_coroutine_create(Read, slot));
            return;
        }
        const auto begin = GetParam().writes ? blk_aio_pwritev
                                             : blk_aio_preadv;
        begin(slot->disk, slot->offset, &slot->qiov, kNone, Done, slot);
    }

    static void Done(void *opaque, int ret)
    {
        auto *slot = static_cast<Slot *>(opaque);
        EXPECT_EQ(ret, 0);
        slot->test->over_++;
        if (slot->test->begun_ < slot->test->wanted_) {
            slot->test->begun_++;
            Begin(slot);
        }
    }

    void Run(int requests)
    {
        over_ = begun_ = 0;
        wanted_ = std::max<int>(requests, slots_.size());
        blk_io_plug();
        for (Slot &slot : slots_) {
            begun_++;
            Begin(&slot);
        }
        blk_io_unplug();
        while (over_ < wanted_) {
            aio_poll(ctx_, true);
        }
    }

    std::vector<BlockBackend *> disks_;
    std::deque<Slot> slots_;
    char *memory_ = nullptr;
    int over_ = 0, begun_ = 0, wanted_ = 0;
};

TEST_P(HotPathTest, NothingIsAllocatedAfterTheFirstRound)
{
    if (disks_.empty()) {
        return;
    }
    const int requests = 4 * GetParam().depth * GetParam().files + 1000;
    Run(requests);
    const int64_t before = allocations_so_far();
    Run(requests);
    EXPECT_EQ(allocations_so_far() - before, 0)
        << "in " << requests << " requests";
}

TEST_P(HotPathTest, RingIsReadAndCallsAreSharedByRequests)
{
    if (disks_.empty()) {
        return;
    }
    kernel_.remember = true;
    Run(4096);
    // 32 in a batch; what one run of completions brings goes in one call.
    const int depth = GetParam().depth * GetParam().files;
    const int per_call = std::min(depth, 32);
    EXPECT_LE(static_cast<int>(kernel_.submitted.size()),
              wanted_ / per_call + 8);
    EXPECT_LE(kernel_.polls, wanted_ / per_call + 8);
    EXPECT_EQ(kernel_.fetches, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Loads, HotPathTest,
    ::testing::Values(Load{"OneRead", 1, 1, false, false},
                      Load{"Depth32", 32, 1, false, false},
                      Load{"Depth32Writes", 32, 1, true, false},
                      Load{"Depth32TrackedWrites", 32, 1, true, true},
                      Load{"Depth1024", 1024, 1, false, false},
                      Load{"Depth32Coroutines", 32, 1, false, false, true},
                      Load{"Depth500Coroutines", 500, 1, false, false, true},
                      Load{"Files64", 1, 64, false, false},
                      Load{"Files64Depth16", 16, 64, true, true}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(AllocationCounterTest, CountsWhatTheLibrariesAllocateToo)
{
    const int64_t before = allocations_so_far();
    if (before < 0) {
        GTEST_SKIP() << "under a sanitizer";
    }
    void *volatile memory[] = {g_malloc(100), operator new(100),
                               aligned_alloc(64, 128)};
    EXPECT_EQ(allocations_so_far() - before, 3);
    g_free(memory[0]);
    operator delete(memory[1]);
    free(memory[2]);
}

}  // namespace
