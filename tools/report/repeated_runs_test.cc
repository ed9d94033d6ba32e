#include "tools/report/repeated_runs.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

RunResult OneRun(Verdict verdict, const std::string &detail)
{
    ScenarioResult result;
    result.name = "a/b/c";
    result.verdict = verdict;
    result.detail = detail;
    return {"subject", {result}};
}

TEST(RepeatedRunsTest, OneFailureOfManyIsAFailureAndSaysHowOften)
{
    RunResult run =
        CombineRuns({OneRun(Verdict::kPass, ""),
                     OneRun(Verdict::kHang, "it sleeps"),
                     OneRun(Verdict::kCrash, "SIGSEGV")});

    EXPECT_EQ(run.scenarios[0].verdict, Verdict::kHang);
    EXPECT_EQ(run.scenarios[0].detail, "in 2 of 3 runs: it sleeps");
}

TEST(RepeatedRunsTest, WhatIsTheSameEveryTimeStaysAsItIs)
{
    RunResult run = CombineRuns(
        {OneRun(Verdict::kFail, "twice"), OneRun(Verdict::kFail, "twice")});

    EXPECT_EQ(run.scenarios[0].detail, "twice");
    run = CombineRuns({OneRun(Verdict::kPass, "")});
    EXPECT_EQ(run.scenarios[0].verdict, Verdict::kPass);
}

}  // namespace
}  // namespace laio
