#include "tools/report/breakages.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

ScenarioResult Failing(const std::string &name, const std::string &detail,
                       size_t steps = 1)
{
    return {name, "A promise.", Verdict::kFail, detail,
            std::vector<TraceEvent>(steps)};
}

std::vector<Breakage> Group(const RunResult &after,
                            const RunResult &before = {})
{
    return GroupBreakages(CompareVerdicts(before, after));
}

TEST(GroupBreakages, PutsTogetherWhatDiffersInNumbersAndPrograms)
{
    RunResult run{"s",
                  {Failing("general/random/x",
                           "request 1 completed twice; program: ring 8;"),
                   Failing("ring/b", "request 2 completed twice", 20),
                   Failing("ring/a", "request 3 completed twice", 10),
                   Failing("loop/c", "the loop sleeps: 1 event unread")}};

    std::vector<Breakage> breakages = Group(run);

    ASSERT_EQ(breakages.size(), 2u);
    EXPECT_EQ(breakages[0].how, "fail: request 3 completed twice");
    EXPECT_EQ(breakages[0].Example().name, "ring/a");
    EXPECT_EQ(breakages[0].scenarios.back()->name, "general/random/x");
    EXPECT_EQ(breakages[1].how, "fail: the loop sleeps: 1 event unread");
}

TEST(GroupBreakages, LeavesOutWhatFailedBefore)
{
    RunResult run{"s", {Failing("ring/a", "request 1 completed twice")}};

    EXPECT_TRUE(Group(run, run).empty());
}

TEST(GroupBreakages, NamesTheVerdictWhenThereIsNoDetail)
{
    RunResult run{"s", {{"ring/a", "A promise.", Verdict::kHang, "", {}}}};

    EXPECT_EQ(Group(run).at(0).how, "hang");
}

}  // namespace
}  // namespace laio
