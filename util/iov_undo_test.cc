#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include "qemu/iov.h"

namespace {

// Three elements of 4 bytes, and each amount to discard, too much included.
class IovUndoTest : public testing::TestWithParam<size_t> {
 protected:
    IovUndoTest()
    {
        for (size_t i = 0; i < iov.size(); i++) {
            iov[i] = {memory + 4 * i, 4};
        }
        before = iov;
    }
    bool AsBefore() const
    {
        return memcmp(iov.data(), before.data(), sizeof(iov)) == 0;
    }
    char memory[12];
    std::array<struct iovec, 3> iov, before;
    IOVDiscardUndo undo;
};

TEST_P(IovUndoTest, FrontComesBack)
{
    struct iovec *first = iov.data();
    unsigned int count = 3;

    size_t done = iov_discard_front_undoable(&first, &count, GetParam(), &undo);
    EXPECT_EQ(done, std::min(GetParam(), sizeof(memory)));
    EXPECT_EQ(iov_size(first, count), sizeof(memory) - done);
    iov_discard_undo(&undo);
    EXPECT_TRUE(AsBefore());
}

TEST_P(IovUndoTest, BackComesBack)
{
    unsigned int count = 3;

    size_t done =
        iov_discard_back_undoable(iov.data(), &count, GetParam(), &undo);
    EXPECT_EQ(done, std::min(GetParam(), sizeof(memory)));
    EXPECT_EQ(iov_size(iov.data(), count), sizeof(memory) - done);
    iov_discard_undo(&undo);
    EXPECT_TRUE(AsBefore());
}

INSTANTIATE_TEST_SUITE_P(EveryAmount, IovUndoTest,
                         testing::Range(size_t{0}, size_t{14}));

}  // namespace
