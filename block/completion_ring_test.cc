#include "block/completion_ring.h"

#include <sys/mman.h>

#include <cstring>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

namespace {

// A ring in ordinary memory, with the kernel's side played by the test.
class CompletionRingTest : public ::testing::Test {
 protected:
    void MakeRing(uint32_t nr, uint32_t start, uint32_t header_length = 32)
    {
        // One io_event is as long as the header and keeps the alignment.
        memory_.assign(header_length / sizeof(io_event) + nr + 1, io_event{});
        header_ = reinterpret_cast<AioRingHeader *>(memory_.data());
        *header_ = {.id = 7, .nr = nr, .head = start, .tail = start,
                    .magic = AIO_RING_MAGIC, .compat_features = 1,
                    .incompat_features = 0, .header_length = header_length};
        slots_ = reinterpret_cast<io_event *>(
            reinterpret_cast<char *>(header_) + header_length);
    }

    int Init()
    {
        return completion_ring_init(
            &ring_, reinterpret_cast<io_context_t>(header_));
    }

    // The kernel completes a request.
    void Complete(unsigned long res)
    {
        slots_[header_->tail].res = res;
        header_->tail = (header_->tail + 1) % header_->nr;
    }

    // Takes everything; the results in order.
    std::vector<unsigned long> TakeAll()
    {
        std::vector<unsigned long> results;
        io_event event;
        while (completion_ring_take(&ring_, &event)) {
            results.push_back(event.res);
        }
        return results;
    }

    std::vector<io_event> memory_;
    AioRingHeader *header_ = nullptr;
    io_event *slots_ = nullptr;
    CompletionRing ring_;
};

using Results = std::vector<unsigned long>;

TEST_F(CompletionRingTest, EmptyRingGivesNothingAndMovesNothing)
{
    MakeRing(4, 2);
    ASSERT_EQ(Init(), 0);
    EXPECT_TRUE(completion_ring_is_empty(&ring_));
    EXPECT_EQ(TakeAll(), Results{});
    EXPECT_EQ(header_->head, 2u);
}

TEST_F(CompletionRingTest, EventsComeInTheOrderOfCompletionFromEveryStart)
{
    for (uint32_t nr = 2; nr <= 12; nr++) {
        for (uint32_t start = 0; start < nr; start++) {
            MakeRing(nr, start);
            ASSERT_EQ(Init(), 0);
            Results expected;
            for (uint32_t i = 0; i < nr - 1; i++) {  // as many as fit
                Complete(100 + i);
                expected.push_back(100 + i);
            }
            EXPECT_FALSE(completion_ring_is_empty(&ring_));
            EXPECT_EQ(TakeAll(), expected) << nr << " from " << start;
            EXPECT_EQ(header_->head, header_->tail);
        }
    }
}

TEST_F(CompletionRingTest, EverySlotIsGivenBackAsItsEventIsTaken)
{
    MakeRing(3, 2);
    ASSERT_EQ(Init(), 0);
    Complete(1);
    Complete(2);
    io_event event;
    ASSERT_TRUE(completion_ring_take(&ring_, &event));
    EXPECT_EQ(header_->head, 0u);
    ASSERT_TRUE(completion_ring_take(&ring_, &event));
    EXPECT_EQ(header_->head, 1u);
}

TEST_F(CompletionRingTest, TailMayMoveBetweenTwoEvents)
{
    MakeRing(4, 3);
    ASSERT_EQ(Init(), 0);
    Complete(1);
    io_event event;
    ASSERT_TRUE(completion_ring_take(&ring_, &event));
    Complete(2);
    Complete(3);
    EXPECT_EQ(TakeAll(), (Results{2, 3}));
    Complete(4);
    EXPECT_EQ(TakeAll(), (Results{4}));
}

TEST_F(CompletionRingTest, WhoeverTakesInBetweenGetsTheNextEventNotTheSame)
{
    MakeRing(8, 6);
    ASSERT_EQ(Init(), 0);
    Complete(1);
    Complete(2);
    Complete(3);
    io_event outer;
    ASSERT_TRUE(completion_ring_take(&ring_, &outer));
    EXPECT_EQ(TakeAll(), (Results{2, 3}));  // the nested call
    EXPECT_FALSE(completion_ring_take(&ring_, &outer));
    EXPECT_EQ(outer.res, 1u);
}

TEST_F(CompletionRingTest, WhatTheKernelTookItselfIsNotTaken)
{
    MakeRing(4, 0);
    ASSERT_EQ(Init(), 0);
    EXPECT_EQ(TakeAll(), Results{});
    Complete(1);
    header_->head = 1;  // io_getevents() took it
    completion_ring_head_moved(&ring_);
    EXPECT_EQ(TakeAll(), Results{});
    Complete(2);
    EXPECT_EQ(TakeAll(), Results{2});
}

TEST_F(CompletionRingTest, EventsThatWereThereBeforeTheViewAreTaken)
{
    MakeRing(4, 1);
    Complete(9);
    ASSERT_EQ(Init(), 0);
    EXPECT_EQ(TakeAll(), (Results{9}));
}

TEST_F(CompletionRingTest, EventsBeginWhereTheHeaderSaysItEnds)
{
    MakeRing(4, 0, /*header_length=*/64);
    ASSERT_EQ(Init(), 0);
    Complete(5);
    EXPECT_EQ(TakeAll(), (Results{5}));
}

struct Foreign {
    const char *name;
    void (*spoil)(AioRingHeader *header);
};

class CompletionRingForeignTest
    : public CompletionRingTest,
      public ::testing::WithParamInterface<Foreign> {};

TEST_P(CompletionRingForeignTest, IsNotRead)
{
    MakeRing(4, 0);
    GetParam().spoil(header_);
    EXPECT_EQ(Init(), -ENOTSUP);
    EXPECT_EQ(ring_.header, nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    Rings, CompletionRingForeignTest,
    ::testing::Values(
        Foreign{"UnknownMagic", [](AioRingHeader *h) { h->magic ^= 1; }},
        Foreign{"IncompatibleFeature",
                [](AioRingHeader *h) { h->incompat_features = 4; }},
        Foreign{"HeaderTooShort",
                [](AioRingHeader *h) { h->header_length = 24; }},
        Foreign{"EventsMisaligned",
                [](AioRingHeader *h) { h->header_length = 33; }},
        Foreign{"NoSlots", [](AioRingHeader *h) { h->nr = 0; }},
        Foreign{"OneSlotHoldsNothing", [](AioRingHeader *h) { h->nr = 1; }},
        Foreign{"HeadOutside", [](AioRingHeader *h) { h->head = 4; }}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(CompletionRingAddressTest, NumberInsteadOfAnAddressIsNotRead)
{
    CompletionRing ring;
    for (const uintptr_t id : {0ul, 1ul, 8ul, 0xfffffffffffffff8ul}) {
        EXPECT_EQ(completion_ring_init(
                      &ring, reinterpret_cast<io_context_t>(id)),
                  -ENOTSUP);
    }
}

TEST(CompletionRingAddressTest, PageThatMayNotBeReadIsNotRead)
{
    void *page = mmap(nullptr, 4096, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(page, MAP_FAILED);
    CompletionRing ring;
    errno = 0;
    EXPECT_EQ(completion_ring_init(&ring, static_cast<io_context_t>(page)),
              -ENOTSUP);
    EXPECT_EQ(errno, 0);
    munmap(page, 4096);
}

}  // namespace
