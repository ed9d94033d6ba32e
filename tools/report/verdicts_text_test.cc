#include "tools/report/verdicts_text.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

RunResult Example()
{
    ScenarioResult pass{"ring/wrap", "Each event once.", Verdict::kPass, "",
                        {{1, 0, Actor::kCaller, Actor::kLoop, "aio_poll"}}};
    ScenarioResult skip{"cancel/sync", "A cancelled request completes.",
                        Verdict::kSkip, "the file has no laio_cancel", {}};
    ScenarioResult fail{
        "ring/nested-poll/each-event-once",
        "A callback that polls sees each event once.",
        Verdict::kFail,
        "request 1 completed twice",
        {{1, 0, Actor::kCaller, Actor::kLoop, "aio_poll"},
         {2, 1, Actor::kLoop, Actor::kCaller, "cb(1) ret=512"},
         {3, 2, Actor::kLoop, Actor::kCaller, "cb(1) ret=512", true}}};
    return {"ours", {pass, skip, fail}};
}

TEST(VerdictsText, ShowsATableThenTheChartOfEachFailureThenTheTotal)
{
    EXPECT_EQ("\n" + VerdictsText(Example()), R"(
ours
  pass   ring/wrap
  skip   cancel/sync
         the file has no laio_cancel
  fail   ring/nested-poll/each-event-once
         request 1 completed twice

  ring/nested-poll/each-event-once: fail
    promise: A callback that polls sees each event once.
    but:     request 1 completed twice
    step  caller   loop  kernel
        1    |------>|      |   aio_poll
        2    |<------|      |     cb(1) ret=512
    !   3    |<------|      |       cb(1) ret=512  <-- broken here

  1 pass, 1 fail, 1 skip
)");
}

TEST(VerdictsText, DrawsWhatBrokeInTheSameWayOnce)
{
    RunResult run = Example();
    run.scenarios.push_back(run.scenarios[2]);
    run.scenarios[3].name = "ring/nested-poll/three-deep";

    std::string text = VerdictsText(run);

    EXPECT_NE(text.find(R"(
  ring/nested-poll/three-deep: fail
    promise: A callback that polls sees each event once.
    but:     request 1 completed twice
    step by step as in ring/nested-poll/each-event-once

  1 pass, 2 fail, 1 skip
)"),
              std::string::npos)
        << text;
}

TEST(VerdictsText, ColoursVerdictsWhenAsked)
{
    std::string text = VerdictsText(Example(), {.color = true});

    EXPECT_NE(text.find("\x1b[32mpass \x1b[0m  ring/wrap"), std::string::npos);
    EXPECT_NE(text.find("\x1b[31mfail \x1b[0m  ring/nested"),
              std::string::npos);
}

}  // namespace
}  // namespace laio
