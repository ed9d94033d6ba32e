#include "tools/patch/id_search.h"

#include <gtest/gtest.h>

#include "tools/git/tree.h"

namespace laio {
namespace {

SearchSpace TwoGaps()
{
    SearchSpace space;  // of literals, which stay
    space.pieces.push_back({"int a;", {{0, " "}, {1, "\t"}, {2, "  "}}});
    space.pieces.push_back({"int b;", {{0, "\n"}, {3, " \n"}}});
    space.tail = "int c;\n";
    return space;
}

TEST(IdSearch, FindsTheChoiceWithTheWantedId)
{
    SearchSpace space = TwoGaps();
    std::string id = BlobId("int a;\tint b; \nint c;\n");
    IdSearch search(space, id.substr(0, 7));
    std::uint64_t budget = 100;
    for (int cost = 0; cost < 4; cost++) {
        EXPECT_FALSE(search.Try(cost, &budget)) << cost;
    }
    auto choice = search.Try(4, &budget);
    ASSERT_TRUE(choice);
    EXPECT_EQ(*choice, (std::vector<std::size_t>{1, 1}));
}

TEST(IdSearch, CountsEveryCandidateOnce)
{
    SearchSpace space = TwoGaps();
    IdSearch search(space, "0000000000");
    std::uint64_t budget = 100;
    EXPECT_EQ(search.MaxCost(), 5);
    for (int cost = 0; cost <= search.MaxCost(); cost++) {
        EXPECT_FALSE(search.Try(cost, &budget));
    }
    EXPECT_EQ(budget, 100u - 6u);
}

TEST(IdSearch, StopsWhenTheBudgetIsSpent)
{
    SearchSpace space = TwoGaps();
    std::string id = BlobId("int a;\tint b; \nint c;\n");
    IdSearch search(space, id);
    std::uint64_t budget = 0;
    EXPECT_FALSE(search.Try(4, &budget));
    EXPECT_EQ(budget, 0u);
}

}  // namespace
}  // namespace laio
