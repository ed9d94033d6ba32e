#include "util/aiocb_memory.h"

#include <cstring>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace {

TEST(AiocbMemoryTest, IsZeroWhateverTheFormerOwnerLeft)
{
    void *first = aiocb_memory_get(96);
    memset(first, 0xff, 96);
    aiocb_memory_put(first, 96);
    auto *second = static_cast<char *>(aiocb_memory_get(96));
    EXPECT_EQ(std::vector<char>(second, second + 96), std::vector<char>(96));
    aiocb_memory_put(second, 96);
}

TEST(AiocbMemoryTest, WhatOneLeavesIsTheNextOnesOfItsSize)
{
    void *first = aiocb_memory_get(104);
    aiocb_memory_put(first, 104);
    void *other_size = aiocb_memory_get(112);
    void *second = aiocb_memory_get(104);
    EXPECT_NE(other_size, first);
    EXPECT_EQ(second, first);
    aiocb_memory_put(second, 104);
    aiocb_memory_put(other_size, 112);
}

TEST(AiocbMemoryTest, MoreSizesThanAreKeptAreServedNevertheless)
{
    std::vector<void *> memory;
    for (size_t size = 200; size < 300; size++) {
        memory.push_back(aiocb_memory_get(size));
    }
    for (size_t size = 200; size < 300; size++) {
        aiocb_memory_put(memory[size - 200], size);
    }
}

TEST(AiocbMemoryTest, MayBeGivenBackByAnotherThread)
{
    void *memory = aiocb_memory_get(120);
    std::thread([memory] { aiocb_memory_put(memory, 120); }).join();
}

}  // namespace
