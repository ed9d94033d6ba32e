#include "tools/base/in_order.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace laio {
namespace {

std::string Joined(size_t count, int jobs)
{
    std::string text;
    MakeInOrder(
        count, jobs, [](size_t i) { return std::to_string(i); },
        [&](size_t i, const std::string &made) {
            text += std::to_string(i) + "=" + made + " ";
        });
    return text;
}

TEST(MakeInOrder, GivesResultsInOrderWhoeverIsFirst)
{
    // The first piece waits until all others are made.
    std::atomic<int> made = 0;
    std::string order;
    MakeInOrder(
        4, 2,
        [&](size_t i) {
            while (i == 0 && made < 3) {
                std::this_thread::yield();
            }
            ++made;
            return i;
        },
        [&](size_t, size_t value) { order += std::to_string(value); });
    EXPECT_EQ(order, "0123");
}

TEST(MakeInOrder, IsTheSameForAnyNumberOfThreads)
{
    for (int jobs : {0, 1, 2, 7, 100}) {
        EXPECT_EQ(Joined(500, jobs), Joined(500, 1)) << jobs;
    }
    EXPECT_EQ(Joined(0, 4), "");
    EXPECT_EQ(Joined(1, 4), "0=0 ");
}

TEST(MakeInOrder, MakesASinglePieceOnTheCallersThread)
{
    std::thread::id maker;
    MakeInOrder(
        1, 8, [](size_t) { return std::this_thread::get_id(); },
        [&](size_t, std::thread::id id) { maker = id; });
    EXPECT_EQ(maker, std::this_thread::get_id());
}

TEST(MakeInOrder, HandsOverValuesThatCannotBeCopied)
{
    int sum = 0;
    MakeInOrder(
        10, 3, [](size_t i) { return std::make_unique<int>(int(i)); },
        [&](size_t, std::unique_ptr<int> value) { sum += *value; });
    EXPECT_EQ(sum, 45);
}

TEST(ThreadsFor, IsOnePerCoreWhenNobodySays)
{
    EXPECT_GE(ThreadsFor(0), 1);
    EXPECT_EQ(ThreadsFor(3), 3);
}

}  // namespace
}  // namespace laio
