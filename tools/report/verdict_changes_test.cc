#include "tools/report/verdict_changes.h"

#include <gtest/gtest.h>

#include <utility>

namespace laio {
namespace {

RunResult RunOf(const std::vector<std::pair<std::string, Verdict>> &verdicts)
{
    RunResult run;
    for (auto &[name, verdict] : verdicts) {
        run.scenarios.push_back({name, "", verdict, "", {}});
    }
    return run;
}

VerdictChange Change(Verdict before, Verdict after)
{
    return {"name", before, after, nullptr};
}

TEST(CompareVerdicts, PairsByNameWhateverTheOrder)
{
    RunResult before = RunOf({{"a", Verdict::kPass}, {"b", Verdict::kFail}});
    RunResult after = RunOf({{"b", Verdict::kPass}, {"a", Verdict::kCrash}});

    std::vector<VerdictChange> changes = CompareVerdicts(before, after);

    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].name, "b");
    EXPECT_TRUE(changes[0].IsFixed());
    EXPECT_EQ(changes[1].name, "a");
    EXPECT_TRUE(changes[1].IsNewFailure());
}

TEST(CompareVerdicts, KeepsScenariosThatOnlyOneRunHas)
{
    RunResult before = RunOf({{"gone", Verdict::kPass}});
    RunResult after = RunOf({{"come", Verdict::kPass}});

    std::vector<VerdictChange> changes = CompareVerdicts(before, after);

    ASSERT_EQ(changes.size(), 2u);
    EXPECT_FALSE(changes[0].before.has_value());
    EXPECT_FALSE(changes[1].after.has_value());
    EXPECT_EQ(changes[1].result->name, "gone");
}

TEST(VerdictChange, AFailureThatWasThereBeforeIsNotNew)
{
    EXPECT_FALSE(Change(Verdict::kFail, Verdict::kCrash).IsNewFailure());
    EXPECT_TRUE(Change(Verdict::kFail, Verdict::kCrash).FailsBothTimes());
    EXPECT_TRUE(Change(Verdict::kSkip, Verdict::kHang).IsNewFailure());
    EXPECT_FALSE(Change(Verdict::kPass, Verdict::kSkip).IsNewFailure());
    EXPECT_FALSE(Change(Verdict::kFail, Verdict::kSkip).IsFixed());
}

TEST(CountVerdicts, LeavesOutWhatThereIsNoneOf)
{
    EXPECT_EQ(CountVerdicts(RunOf({{"a", Verdict::kPass},
                                 {"b", Verdict::kSkip},
                                 {"c", Verdict::kPass}})),
              "2 pass, 1 skip");
    EXPECT_EQ(CountVerdicts({}), "no scenarios");
}

}  // namespace
}  // namespace laio
