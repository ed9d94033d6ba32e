#include "tests/harness/second_thread.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace laio {
namespace {

TEST(SecondThreadTest, TurnsAreTakenInTheirOrder)
{
    SecondThread second;
    std::vector<int> seen;
    for (int i = 0; i < 3; i++) {
        seen.push_back(2 * i);
        second.Run([&] { seen.push_back(2 * i + 1); });
    }
    EXPECT_EQ(seen, std::vector<int>({0, 1, 2, 3, 4, 5}));
}

TEST(SecondThreadTest, AllItsTurnsAreInOneThreadThatIsNotTheOwner)
{
    SecondThread second;
    std::set<std::thread::id> threads;
    for (int i = 0; i < 3; i++) {
        second.Run([&] { threads.insert(std::this_thread::get_id()); });
    }
    EXPECT_EQ(threads.size(), 1u);
    EXPECT_EQ(threads.count(std::this_thread::get_id()), 0u);
}

}  // namespace
}  // namespace laio
