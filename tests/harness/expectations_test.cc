#include "tests/harness/expectations.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

RunResult Example()
{
    RunResult run;
    run.scenarios = {{"ring/a", "", Verdict::kPass, "", {}},
                     {"ring/b", "", Verdict::kCrash, "SIGSEGV", {}},
                     {"queue/c", "", Verdict::kSkip, "no plug", {}}};
    return run;
}

std::vector<std::string> SurprisesOf(const std::vector<const char *> &texts)
{
    std::vector<Expectation> expectations;
    for (const char *text : texts) {
        expectations.push_back(ParseExpectation(text).value());
    }
    return Surprises(Example(), expectations);
}

TEST(ExpectationsTest, WithoutAnyOnlyPassAndSkipAreExpected)
{
    EXPECT_EQ(SurprisesOf({}),
              std::vector<std::string>(
                  {"ring/b is crash (SIGSEGV), expected pass,skip"}));
}

TEST(ExpectationsTest, LastThatMatchesCounts)
{
    EXPECT_TRUE(SurprisesOf({"ring/b=fail,crash"}).empty());
    EXPECT_TRUE(
        SurprisesOf({"*=pass", "ring/b=crash", "queue/*=skip"}).empty());
    EXPECT_EQ(SurprisesOf({"ring/b=crash", "*=pass"}).size(), 2u);
}

TEST(ExpectationsTest, ExpectationOfNothingIsASurprise)
{
    EXPECT_EQ(SurprisesOf({"ring/b=crash", "ring/z=fail"}),
              std::vector<std::string>({"no scenario is called ring/z"}));
}

TEST(ExpectationsTest, OtherFormsAreRefused)
{
    for (const char *text : {"", "ring/a", "=pass", "ring/a=", "ring/a=good",
                             "ring/a=pass,"}) {
        EXPECT_FALSE(ParseExpectation(text).ok()) << text;
    }
}

}  // namespace
}  // namespace laio
