#include "tests/bench/access_stream.h"

#include <set>

#include <gtest/gtest.h>

namespace laio {
namespace {

constexpr size_t kBs = 4096;

AccessStream Stream(const char *name, uint64_t blocks, unsigned job = 0,
                    unsigned jobs = 1)
{
    return AccessStream(AccessPatternOf(name), blocks, kBs, job, jobs, 1);
}

TEST(AccessStreamTest, SequentialOnesBeginAgainAtTheEndOfTheFile)
{
    AccessStream stream = Stream("read", 2);
    EXPECT_EQ(stream.Next().offset, 0u);
    EXPECT_EQ(stream.Next().offset, kBs);
    EXPECT_EQ(stream.Next().offset, 0u);
}

TEST(AccessStreamTest, JobsShareAFileThatTheyGoThroughInOrder)
{
    EXPECT_EQ(Stream("write", 80, 3, 8).Next().offset, 30 * kBs);
    EXPECT_EQ(Stream("read", 3, 7, 8).Next().offset, 0u);
}

TEST(AccessStreamTest, RandomOnesReachEveryBlockAndNoOther)
{
    AccessStream stream = Stream("randread", 5);
    std::set<uint64_t> blocks;
    for (int i = 0; i < 500; i++) {
        Access access = stream.Next();
        EXPECT_FALSE(access.write);
        EXPECT_EQ(access.offset % kBs, 0u);
        blocks.insert(access.offset / kBs);
    }
    EXPECT_EQ(blocks, (std::set<uint64_t>{0, 1, 2, 3, 4}));
}

TEST(AccessStreamTest, MixedOnesWriteTheirShare)
{
    AccessStream stream({true, 70}, 100, kBs, 0, 1, 1);
    int writes = 0;
    for (int i = 0; i < 10000; i++) {
        writes += stream.Next().write;
    }
    EXPECT_NEAR(writes, 3000, 200);
}

TEST(AccessStreamTest, EveryNameIsAPattern)
{
    for (const std::string &name : AccessPatternNames()) {
        AccessPattern pattern = AccessPatternOf(name);
        EXPECT_EQ(pattern.random, name.find("rand") == 0) << name;
        EXPECT_EQ(pattern.writes(), name.find("read") == std::string::npos)
            << name;
    }
}

}  // namespace
}  // namespace laio
