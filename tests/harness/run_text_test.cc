#include "tests/harness/run_text.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(RunTextTest, FailureShowsItsPromiseAndWhereItBroke)
{
    ScenarioResult passed = {"ring/a", "A.", Verdict::kPass, "", {}};
    ScenarioResult failed = {
        "ring/b",
        "Each event once.",
        Verdict::kFail,
        "request 1 completed twice",
        {{1, 0, Actor::kCaller, Actor::kLoop, "read 1", false},
         {2, 1, Actor::kLoop, Actor::kLoop, "twice", true}}};

    EXPECT_EQ(RunText({"ours", {passed, failed}}),
              "subject ours\n"
              "pass   ring/a\n"
              "fail   ring/b: request 1 completed twice\n"
              "       Each event once.\n"
              "         1  caller > loop    read 1\n"
              "    >>   2  loop               twice\n"
              "1 pass, 1 fail, 0 crash, 0 hang, 0 skip\n");
}

}  // namespace
}  // namespace laio
