#include "qemu/iov.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

namespace {

// Elements of these sizes over one buffer with a gap behind each, so that a
// byte too many is seen.
class Scattered {
 public:
    explicit Scattered(const std::vector<size_t> &sizes)
    {
        size_t total = 0;
        for (size_t size : sizes) {
            total += size + 1;
        }
        bytes_.assign(total, '.');
        size_t at = 0;
        for (size_t size : sizes) {
            iov.push_back({bytes_.data() + at, size});
            at += size + 1;
        }
        qemu_iovec_init_external(&qiov, iov.data(),
                                 static_cast<int>(iov.size()));
    }
    unsigned count() const { return static_cast<unsigned>(iov.size()); }
    std::string Content()
    {
        std::string content(qiov.size, '\0');
        qemu_iovec_to_buf(&qiov, 0, content.data(), content.size());
        return content;
    }
    bool GapsAreUntouched() const
    {
        size_t at = 0;
        for (const iovec &element : iov) {
            at += element.iov_len;
            if (bytes_[at++] != '.') {
                return false;
            }
        }
        return true;
    }
    std::vector<iovec> iov;
    QEMUIOVector qiov;

 private:
    std::string bytes_;
};

const std::vector<size_t> kShapes[] = {
    {7}, {1, 1, 1, 1, 1, 1, 1}, {3, 4}, {0, 3, 0, 4, 0}, {2, 0, 5},
};

class IovPatternTest
    : public testing::TestWithParam<
          std::tuple<std::vector<size_t>, size_t, size_t>> {
 protected:
    std::string Model(const char *with) const
    {
        std::string model(7, '.');
        size_t n = std::min(bytes, 7 - std::min<size_t>(offset, 7));
        model.replace(std::min<size_t>(offset, 7), n, std::string(with), 0, n);
        return model;
    }
    size_t Expected() const
    {
        return offset >= 7 ? 0 : std::min(bytes, 7 - offset);
    }
    Scattered scattered{std::get<0>(GetParam())};
    size_t offset = std::get<1>(GetParam());
    size_t bytes = std::get<2>(GetParam());
};

INSTANTIATE_TEST_SUITE_P(AllSmall, IovPatternTest,
                         testing::Combine(testing::ValuesIn(kShapes),
                                          testing::Range<size_t>(0, 9),
                                          testing::Range<size_t>(0, 9)));

TEST_P(IovPatternTest, FromBufWritesExactlyTheRange)
{
    EXPECT_EQ(qemu_iovec_from_buf(&scattered.qiov, offset, "abcdefgh", bytes),
              Expected());
    EXPECT_EQ(scattered.Content(), Model("abcdefgh"));
    EXPECT_TRUE(scattered.GapsAreUntouched());
}

TEST_P(IovPatternTest, MemsetFillsExactlyTheRange)
{
    EXPECT_EQ(qemu_iovec_memset(&scattered.qiov, offset, 'z', bytes),
              Expected());
    EXPECT_EQ(scattered.Content(), Model("zzzzzzzz"));
    EXPECT_TRUE(scattered.GapsAreUntouched());
}

TEST_P(IovPatternTest, ToBufReadsBackWhatFromBufWrote)
{
    std::string read(bytes, '?');

    qemu_iovec_from_buf(&scattered.qiov, 0, "abcdefg", 7);
    EXPECT_EQ(qemu_iovec_to_buf(&scattered.qiov, offset, read.data(), bytes),
              Expected());
    EXPECT_EQ(read.substr(0, Expected()),
              std::string("abcdefg").substr(std::min<size_t>(offset, 7),
                                            Expected()));
}

TEST_P(IovPatternTest, ConcatPointsAtExactlyTheRange)
{
    QEMUIOVector slice;

    qemu_iovec_init(&slice, 0);
    qemu_iovec_concat(&slice, &scattered.qiov, offset, bytes);
    EXPECT_EQ(slice.size, Expected());
    qemu_iovec_memset(&slice, 0, 'z', slice.size);
    EXPECT_EQ(scattered.Content(), Model("zzzzzzzz"));
    qemu_iovec_destroy(&slice);
}

TEST_P(IovPatternTest, CopyMakesTheSameVectorWithinItsRoom)
{
    iovec copy[8];

    unsigned n = iov_copy(copy, 8, scattered.iov.data(), scattered.count(),
                          offset, bytes);
    EXPECT_EQ(iov_size(copy, n), Expected());
    EXPECT_LE(iov_copy(copy, 1, scattered.iov.data(), scattered.count(),
                       offset, bytes),
              1u);
}

TEST_P(IovPatternTest, DiscardAtBothEndsLeavesTheMiddle)
{
    iovec *iov = scattered.iov.data();
    unsigned count = scattered.count();

    qemu_iovec_from_buf(&scattered.qiov, 0, "abcdefg", 7);
    size_t front = iov_discard_front(&iov, &count, offset);
    size_t back = iov_discard_back(iov, &count, bytes);
    EXPECT_EQ(front, std::min<size_t>(offset, 7));
    EXPECT_EQ(back, std::min(bytes, 7 - front));
    std::string left(7 - front - back, '?');
    EXPECT_EQ(iov_to_buf(iov, count, 0, left.data(), 7), left.size());
    EXPECT_EQ(left, std::string("abcdefg").substr(front, left.size()));
}

TEST(IovTest, MemsetSkipFillsBehindTheSkippedBytes)
{
    Scattered scattered({2, 3});

    qemu_iovec_memset_skip(&scattered.qiov, 'z', 2, 1);
    EXPECT_EQ(scattered.Content(), ".zz..");
}

TEST(IovTest, AddGrowsAndResetEmpties)
{
    QEMUIOVector qiov;
    char bytes[10];

    qemu_iovec_init(&qiov, 0);
    for (char &byte : bytes) {
        qemu_iovec_add(&qiov, &byte, 1);
    }
    EXPECT_EQ(qiov.niov, 10);
    EXPECT_EQ(qiov.size, 10u);
    qemu_iovec_reset(&qiov);
    EXPECT_EQ(qiov.niov, 0);
    EXPECT_EQ(qiov.size, 0u);
    qemu_iovec_destroy(&qiov);
}

TEST(IovTest, DestroyLeavesNullAndMayBeRepeated)
{
    QEMUIOVector qiov;

    qemu_iovec_init(&qiov, 4);
    qemu_iovec_destroy(&qiov);
    EXPECT_EQ(qiov.iov, nullptr);
    qemu_iovec_destroy(&qiov);
}

TEST(IovTest, VectorOfOneBufferNeedsNoDestroy)
{
    QEMUIOVector qiov;
    char buf[3] = {'a', 'b', 'c'};

    qemu_iovec_init_buf(&qiov, buf, 3);
    EXPECT_EQ(qemu_iovec_memset(&qiov, 1, 'z', 9), 2u);
    EXPECT_EQ(std::string(buf, 3), "azz");
}

TEST(IovTest, IsZeroLooksAtTheRangeOnly)
{
    Scattered scattered({2, 3});

    qemu_iovec_memset(&scattered.qiov, 1, 0, 3);
    EXPECT_TRUE(qemu_iovec_is_zero(&scattered.qiov, 1, 3));
    EXPECT_FALSE(qemu_iovec_is_zero(&scattered.qiov, 0, 3));
    EXPECT_FALSE(qemu_iovec_is_zero(&scattered.qiov, 2, 3));
}

TEST(IovTest, CompareFindsTheFirstDifference)
{
    Scattered a({2, 3});
    Scattered b({2, 3});

    EXPECT_EQ(qemu_iovec_compare(&a.qiov, &b.qiov), -1);
    qemu_iovec_memset(&b.qiov, 3, 'z', 2);
    EXPECT_EQ(qemu_iovec_compare(&a.qiov, &b.qiov), 3);
}

}  // namespace
