#include "util/aiocb_memory.h"

#include <cstring>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace {

void *aiocb_memory_get(size_t size)
{
    void *memory = aiocb_memory_reuse(size);
    return memory ? memory : aiocb_memory_new(size);
}

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
    void *other_size = aiocb_memory_get(212);
    void *second = aiocb_memory_get(104);
    EXPECT_NE(other_size, first);
    EXPECT_EQ(second, first);
    aiocb_memory_put(second, 104);
    aiocb_memory_put(other_size, 212);
}

TEST(AiocbMemoryTest, OfEverySizeIsUsableToItsEnd)
{
    for (size_t size = 1; size < 700; size++) {
        for (int round = 0; round < 2; round++) {
            void *memory = aiocb_memory_get(size);
            memset(memory, 0xff, size);
            aiocb_memory_put(memory, size);
        }
    }
}

TEST(AiocbMemoryTest, MoreThanAreKeptAreServedNevertheless)
{
    std::vector<void *> memory;
    for (int i = 0; i < 5000; i++) {
        memory.push_back(aiocb_memory_get(64));
    }
    for (void *one : memory) {
        aiocb_memory_put(one, 64);
    }
}

TEST(AiocbMemoryTest, MayBeGivenBackByAnotherThread)
{
    void *memory = aiocb_memory_get(120);
    std::thread([memory] { aiocb_memory_put(memory, 120); }).join();
}

}  // namespace
