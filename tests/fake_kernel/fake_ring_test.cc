#include "tests/fake_kernel/fake_ring.h"

#include <gtest/gtest.h>

#include <cstring>

namespace laio {
namespace {

unsigned *Words(const FakeRing &ring)
{
    return reinterpret_cast<unsigned *>(ring.id());
}

io_event Event(unsigned long res)
{
    io_event event = {};
    event.res = res;
    return event;
}

TEST(FakeRingTest, HeaderHasTheKernelsLayout)
{
    FakeRing ring({.nr = 5, .start = 3}, 128);

    const unsigned expected[8] = {0, 5, 3, 3, 0xa10a10a1, 1, 0, 32};
    EXPECT_EQ(memcmp(Words(ring), expected, sizeof(expected)), 0);
}

TEST(FakeRingTest, SlotsFillWholePagesLikeTheKernels)
{
    EXPECT_EQ(FakeRing({}, 1).nr(), 127u);
    EXPECT_EQ(FakeRing({}, 64).nr(), 255u);
    EXPECT_EQ(FakeRing({}, 128).nr(), 383u);
}

TEST(FakeRingTest, EventIsSeenOnlyOncePublished)
{
    FakeRing ring({.nr = 4}, 128);

    ASSERT_TRUE(ring.Put(Event(7)));
    EXPECT_EQ(ring.Published(), 0u);
    EXPECT_EQ(ring.Unread(), 1u);
    ring.Publish();
    EXPECT_EQ(ring.Published(), 1u);
    EXPECT_EQ(Words(ring)[3], 1u);
}

TEST(FakeRingTest, FullRingTakesNothing)
{
    FakeRing ring({.nr = 3, .start = 2}, 128);

    EXPECT_TRUE(ring.Put(Event(1)));
    EXPECT_TRUE(ring.Put(Event(2)));
    EXPECT_FALSE(ring.Put(Event(3)));
}

TEST(FakeRingTest, EventsComeOutInOrderAcrossTheEnd)
{
    FakeRing ring({.nr = 3, .start = 2}, 128);
    ring.Put(Event(1));
    ring.Put(Event(2));
    ring.Publish();

    io_event event;
    ASSERT_TRUE(ring.Take(&event));
    EXPECT_EQ(event.res, 1u);
    ASSERT_TRUE(ring.Take(&event));
    EXPECT_EQ(event.res, 2u);
    EXPECT_FALSE(ring.Take(&event));
    EXPECT_EQ(ring.Consumed(), 2u);
}

TEST(FakeRingTest, HeadBeyondTailIsABrokenPromise)
{
    FakeRing ring({.nr = 5}, 128);
    ring.Put(Event(1));
    ring.Publish();

    Words(ring)[2] = 1;
    EXPECT_EQ(ring.CheckHead(), "");
    Words(ring)[2] = 3;
    EXPECT_EQ(ring.CheckHead(), "head went from 1 to 3, past tail 1");
}

TEST(FakeRingTest, HeadThatMovesBackIsABrokenPromise)
{
    FakeRing ring({.nr = 5, .start = 2}, 128);

    Words(ring)[2] = 1;
    EXPECT_NE(ring.CheckHead(), "");
}

TEST(FakeRingTest, RingOfAnUnknownKindIsElsewhere)
{
    FakeRing ring({.magic = 0}, 128);
    ring.Put(Event(1));
    ring.Publish();

    EXPECT_EQ(Words(ring)[3], 0u) << "the tail there must not move";
    EXPECT_EQ(ring.Published(), 1u);
}

TEST(FakeRingDeathTest, IdThatIsJustANumberCannotBeRead)
{
    FakeRing ring({.mapped = false}, 128);
    ring.Put(Event(1));
    ring.Publish();

    EXPECT_EQ(ring.Published(), 1u);
    EXPECT_DEATH((void)*const_cast<volatile unsigned *>(Words(ring)), "");
}

TEST(FakeRingDeathTest, ClosedRingCannotBeTouched)
{
    FakeRing ring({.nr = 4}, 128);
    volatile unsigned *words = Words(ring);
    ring.Close();

    EXPECT_DEATH((void)words[2], "");
}

TEST(FakeRingDeathTest, SlotBeyondTheLastCannotBeTouched)
{
    FakeRing ring({.nr = 4}, 128);
    volatile unsigned *words = Words(ring);

    EXPECT_DEATH((void)words[8 + 4 * 8], "");
}

}  // namespace
}  // namespace laio
