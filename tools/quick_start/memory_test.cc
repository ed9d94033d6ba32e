#include "tools/quick_start/memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace laio::quick {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr size_t kLongest = 70;

// No two bytes that are near each other are the same.
Bytes Different(size_t size)
{
    Bytes bytes(size);
    for (size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<unsigned char>(i * 7 + 3);
    }
    return bytes;
}

int Sign(int number)
{
    return (number > 0) - (number < 0);
}

TEST(Memory, MovesEveryLengthOverEveryOverlapAsMemmoveDoes)
{
    for (size_t size = 0; size <= kLongest; ++size) {
        for (size_t from = 0; from <= kLongest; ++from) {
            Bytes expected = Different(3 * kLongest);
            Bytes actual = expected;
            size_t to = kLongest / 2;
            std::memmove(&expected[to], &expected[from], size);
            Move(&actual[to], &actual[from], size);
            ASSERT_EQ(actual, expected) << size << " bytes from " << from;
        }
    }
}

TEST(Memory, ComparesAsTheFirstDifferentByteSays)
{
    for (size_t size = 0; size <= kLongest; ++size) {
        Bytes left = Different(size);
        EXPECT_EQ(Compare(left.data(), Bytes(left).data(), size), 0) << size;
        for (size_t at = 0; at < size; ++at) {
            Bytes right = left;
            right[at] ^= 0x80;
            right[size - 1] ^= 0x01;
            ASSERT_EQ(Sign(Compare(left.data(), right.data(), size)),
                      Sign(std::memcmp(left.data(), right.data(), size)))
                << size << " bytes, different at " << at;
        }
    }
}

TEST(Memory, FindsTheFirstOfTwo)
{
    for (size_t size = 0; size <= kLongest; ++size) {
        for (size_t at = 0; at < size; ++at) {
            Bytes bytes(size + 1, 'x');
            bytes[at] = bytes[size - 1] = 0xff;
            ASSERT_EQ(Find(bytes.data(), 0xff, size), &bytes[at])
                << at << " of " << size;
        }
    }
}

TEST(Memory, DoesNotFindWhatStandsBehindTheEnd)
{
    for (size_t size = 0; size <= kLongest; ++size) {
        Bytes bytes(size + kVector, 'x');
        std::fill(bytes.begin() + static_cast<ptrdiff_t>(size), bytes.end(),
                  'y');
        ASSERT_EQ(Find(bytes.data(), 'y', size), nullptr) << size;
    }
}

}  // namespace
}  // namespace laio::quick
