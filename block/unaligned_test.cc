// Every range of three blocks, read and written, against a model.
//
// With --every_pair also where blocks are of 512 bytes, which is a million
// ranges and takes minutes; else there those whose ends are near what can go
// wrong. A device does many of them at a time, each in blocks of its own.

#include <algorithm>
#include <cstring>
#include <deque>

#include "block/disk_fixture.h"

namespace {

bool every_pair = false;

BlockOpenOptions Options(bool direct, BlockAio aio, uint32_t alignment)
{
    return {.writable = true, .direct = direct, .aio = aio,
            .request_alignment = alignment};
}

class UnalignedTest : public DiskTest,
                      public ::testing::WithParamInterface<DiskKind> {
 protected:
    // Ranges that are written at a time.
    static constexpr size_t kLanes = 64;

    struct Range {
        int64_t offset = 0;
        int64_t bytes = 0;
    };

    // `lanes` times four blocks, the last of which lacks `missing` bytes.
    bool OpenDisk(size_t missing, size_t lanes = 1)
    {
        const DiskKind &kind = GetParam();
        if (kind.strict) {
            kernel_.alignment = kind.options.request_alignment;
        }
        FillFile(4 * 4096);
        if (!Open(kind.options)) {
            return false;
        }
        // Where there are no blocks, one of any size.
        block_ = std::max(blk_get_limits(blk_)->request_alignment, 16u);
        blk_close(blk_);
        blk_ = nullptr;
        FillFile(lanes * LaneBytes() - missing);
        return Open(kind.options);
    }

    int64_t LaneBytes() const { return 4 * block_; }

    // Where ranges begin and end, in bytes of the file.
    std::vector<int64_t> Places() const
    {
        std::vector<int64_t> places;
        for (int64_t i = 0; i <= int64_t{3} * block_; i++) {
            const int64_t in_block = i % block_;
            if (block_ <= (every_pair ? 512 : 16) || in_block < 2 ||
                in_block == block_ / 2 || in_block >= block_ - 2) {
                places.push_back(i);
            }
        }
        return places;
    }

    // Calls body(ranges) with up to kLanes of them until all were there.
    template <typename Body>
    void ForAllRanges(Body body)
    {
        const std::vector<int64_t> places = Places();
        std::vector<Range> ranges;
        for (const int64_t begin : places) {
            for (const int64_t end : places) {
                if (begin < end) {
                    ranges.push_back({begin, end - begin});
                }
                if (ranges.size() == kLanes && !HasFailure()) {
                    body(ranges);
                    ranges.clear();
                }
            }
        }
        if (!ranges.empty() && !HasFailure()) {
            body(ranges);
        }
    }

    void Wait(const std::deque<Pending> &requests)
    {
        for (const Pending &request : requests) {
            PollUntil([&] { return request.calls > 0; });
            ASSERT_EQ(request.result, 0);
        }
    }

    void ReadAndCompare(const std::vector<Range> &ranges)
    {
        std::deque<std::vector<char>> all;
        std::deque<Pending> reads;
        for (const Range &range : ranges) {
            std::vector<char> &bytes = all.emplace_back(range.bytes + 2, '#');
            Pending *read = &reads.emplace_back();
            qemu_iovec_init_buf(&read->qiov, bytes.data() + 1, range.bytes);
            blk_aio_preadv(blk_, range.offset, &read->qiov, {}, Pending::Done,
                           read);
        }
        Wait(reads);
        for (size_t i = 0; i < ranges.size(); i++) {
            const auto [offset, bytes] = ranges[i];
            ASSERT_EQ(memcmp(all[i].data() + 1, model_.data() + offset, bytes),
                      0)
                << offset << "+" << bytes;
            ASSERT_EQ(all[i].front(), '#');
            ASSERT_EQ(all[i].back(), '#');
        }
    }

    // Each in a lane of its own.
    void Write(const std::vector<Range> &ranges, unsigned generation)
    {
        std::deque<Pending> writes;
        for (size_t lane = 0; lane < ranges.size(); lane++) {
            const int64_t start = lane * LaneBytes() + ranges[lane].offset;
            const int64_t bytes = ranges[lane].bytes;
            for (int64_t i = start; i < start + bytes; i++) {
                model_[i] = PatternByte(i, generation);
            }
            Pending *write = &writes.emplace_back();
            qemu_iovec_init_buf(&write->qiov, model_.data() + start, bytes);
            blk_aio_pwritev(blk_, start, &write->qiov, {}, Pending::Done,
                            write);
        }
        Wait(writes);
    }

    void ExpectLanesAreModel(const std::vector<Range> &ranges)
    {
        std::vector<char> bytes(model_.size());
        ASSERT_EQ(blk_pread(blk_, 0, model_.size(), bytes.data(), {}), 0);
        const auto differs =
            std::mismatch(bytes.begin(), bytes.end(), model_.begin()).first;
        if (differs != bytes.end()) {
            const size_t lane = (differs - bytes.begin()) / LaneBytes();
            FAIL() << "in lane " << lane << ", after a write of "
                   << ranges.at(lane).offset << "+" << ranges.at(lane).bytes;
        }
    }

    // The whole of it through an aligned read, and a look at the length.
    void ExpectDiskIsModel(const std::string &after)
    {
        std::vector<char> bytes(model_.size());
        ASSERT_EQ(blk_pread(blk_, 0, model_.size(), bytes.data(), {}), 0);
        ASSERT_TRUE(bytes == model_) << after;
    }

    int64_t block_ = 0;
};

TEST_P(UnalignedTest, EveryRangeReadsWhatIsThereAndNothingElse)
{
    if (!OpenDisk(0)) {
        return;
    }
    ForAllRanges([&](const std::vector<Range> &ranges) {
        ReadAndCompare(ranges);
    });
}

TEST_P(UnalignedTest, EveryRangeIsWrittenAndItsNeighboursStay)
{
    if (!OpenDisk(0, kLanes)) {
        return;
    }
    unsigned generation = 0;
    ForAllRanges([&](const std::vector<Range> &ranges) {
        Write(ranges, ++generation);
        ExpectLanesAreModel(ranges);
    });
    EXPECT_TRUE(FileBytes() == model_);
}

TEST_P(UnalignedTest, EveryRangeOfAnIncompleteLastBlockKeepsTheLength)
{
    const int64_t missing = 5;
    if (!OpenDisk(missing)) {
        return;
    }
    const int64_t length = model_.size();
    for (const int64_t begin : {length - 1, length - 2, length - block_ + 6,
                                length - block_ + 5, length - block_ + 3}) {
        for (int64_t i = begin; i < length; i++) {
            model_[i] = PatternByte(i, begin + 77);
        }
        ASSERT_EQ(blk_pwrite(blk_, begin, length - begin,
                             model_.data() + begin, {}), 0);
        EXPECT_TRUE(FileBytes() == model_) << begin;
    }
    EXPECT_EQ(blk_getlength(blk_), length);
}

TEST_P(UnalignedTest, EveryRangeIsFilledWithZeros)
{
    if (!OpenDisk(0)) {
        return;
    }
    const std::vector<char> full = model_;
    for (const int64_t offset : {int64_t{0}, int64_t{1}, block_ - 1, block_,
                                 block_ + 3, 2 * block_ - 1}) {
        for (const int64_t bytes : {int64_t{1}, block_ - 1, block_, block_ + 1,
                                    2 * block_}) {
            model_ = full;
            ASSERT_EQ(blk_pwrite(blk_, 0, full.size(), full.data(), {}), 0);
            std::fill_n(model_.begin() + offset, bytes, '\0');
            ASSERT_EQ(blk_pwrite_zeroes(blk_, offset, bytes, {}), 0);
            ExpectDiskIsModel(std::to_string(offset) + "+" +
                              std::to_string(bytes));
        }
    }
}

TEST_P(UnalignedTest, ScatteredBuffersAreOneRange)
{
    if (!OpenDisk(0)) {
        return;
    }
    const size_t parts[] = {1, 2, static_cast<size_t>(block_), 3, 5};
    QEMUIOVector qiov;
    std::vector<char> data(block_ + 11);
    qemu_iovec_init(&qiov, 5);
    size_t at = 0;
    for (const size_t part : parts) {
        qemu_iovec_add(&qiov, data.data() + at, part);
        at += part;
    }
    for (size_t i = 0; i < data.size(); i++) {
        model_[i + 3] = data[i] = PatternByte(i, 5);
    }
    Pending write, read;
    blk_aio_pwritev(blk_, 3, &qiov, {}, Pending::Done, &write);
    PollUntil([&] { return write.calls > 0; });
    EXPECT_EQ(write.result, 0);
    ExpectDiskIsModel("a scattered write");
    std::fill(data.begin(), data.end(), '#');
    blk_aio_preadv(blk_, 3, &qiov, {}, Pending::Done, &read);
    PollUntil([&] { return read.calls > 0; });
    EXPECT_EQ(memcmp(data.data(), model_.data() + 3, data.size()), 0);
    qemu_iovec_destroy(&qiov);
}

INSTANTIATE_TEST_SUITE_P(
    Disks, UnalignedTest,
    ::testing::Values(
        DiskKind{"BlocksOf16", Options(false, BLOCK_AIO_NATIVE, 16), true},
        DiskKind{"BlocksOf16InThreads", Options(false, BLOCK_AIO_THREADS, 16)},
        DiskKind{"BlocksOf512", Options(false, BLOCK_AIO_NATIVE, 512), true},
        DiskKind{"BlocksOf4096", Options(false, BLOCK_AIO_NATIVE, 4096), true},
        DiskKind{"Bytes", Options(false, BLOCK_AIO_NATIVE, 0)},
        DiskKind{"Direct", Options(true, BLOCK_AIO_NATIVE, 0)},
        DiskKind{"DirectInThreads", Options(true, BLOCK_AIO_THREADS, 0)}),
    [](const auto &info) { return std::string(info.param.name); });

}  // namespace

int main(int argc, char **argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    every_pair = argc > 1 && std::strcmp(argv[1], "--every_pair") == 0;
    return RUN_ALL_TESTS();
}
