#include "tests/harness/verdict.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace laio {
namespace {

using nlohmann::json;

RunResult Example()
{
    ScenarioResult failed = {
        .name = "ring/wrap/all-events",
        .sentence = "A ring may wrap.",
        .verdict = Verdict::kFail,
        .detail = "request 1 completed twice",
        .trace = {{1, 0, Actor::kCaller, Actor::kLoop, "read 1", false},
                  {2, 1, Actor::kKernel, Actor::kKernel, "note", true}}};
    ScenarioResult skipped;
    skipped.name = "cancel/x";
    return {.subject = "ours", .scenarios = {failed, skipped}};
}

TEST(VerdictTest, WhatIsWrittenIsReadBack)
{
    json written = ToJson(Example());

    Result<RunResult> read = RunResultFromJson(json::parse(written.dump()));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(ToJson(*read), written);
}

TEST(VerdictTest, TotalCountsEveryVerdict)
{
    const char *expected =
        R"({"pass":0,"fail":1,"crash":0,"hang":0,"skip":1})";
    EXPECT_EQ(ToJson(Example())["total"], json::parse(expected));
}

TEST(VerdictTest, EventHasTheNamesThatOthersRead)
{
    EXPECT_EQ(ToJson(Example())["scenarios"][0]["trace"][1],
              json::parse(R"({"step":2,"depth":1,"from":"kernel",
                  "to":"kernel","text":"note","broken":true})"));
}

TEST(VerdictTest, WrongMembersAreNamed)
{
    struct {
        const char *text;
        const char *message;
    } const kCases[] = {
        {"[]", "`subject` is missing"},
        {R"({"subject":"x"})", "`scenarios` is missing"},
        {R"({"subject":1,"scenarios":[]})", "`subject` is a number"},
        {R"({"subject":"x","scenarios":[{"name":"n","sentence":"s",
             "verdict":"perhaps"}]})",
         "`verdict` is \"perhaps\""},
    };
    for (const auto &c : kCases) {
        Result<RunResult> read = RunResultFromJson(json::parse(c.text));
        ASSERT_FALSE(read.ok()) << c.text;
        EXPECT_NE(read.error().message.find(c.message), std::string::npos)
            << read.error().message;
    }
}

}  // namespace
}  // namespace laio
