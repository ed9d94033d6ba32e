#include "tools/report/junit.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

namespace laio {
namespace {

ScenarioResult Scenario(const std::string &name, Verdict verdict,
                        const std::string &detail = "")
{
    ScenarioResult result;
    result.name = name;
    result.sentence = "It holds.";
    result.verdict = verdict;
    result.detail = detail;
    return result;
}

std::vector<RunResult> OneOfEach()
{
    return {{"a<b>&\x01",
             {Scenario("ring/wrap/once", Verdict::kPass),
              Scenario("ring/late/once", Verdict::kFail, "1 < 2 & \"3\""),
              Scenario("loop/idle/free", Verdict::kHang, "it sleeps"),
              Scenario("queue/plug/one", Verdict::kSkip, "no plug # here")}}};
}

TEST(JunitTest, EveryScenarioIsACaseWithItsVerdict)
{
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(JunitXml(OneOfEach()).c_str()));

    pugi::xml_node suite = document.child("testsuites").child("testsuite");
    EXPECT_STREQ(suite.attribute("name").value(), "a<b>&?");
    EXPECT_EQ(suite.attribute("tests").as_int(), 4);
    EXPECT_EQ(suite.attribute("failures").as_int(), 1);
    EXPECT_EQ(suite.attribute("errors").as_int(), 1);
    EXPECT_EQ(suite.attribute("skipped").as_int(), 1);
    pugi::xml_node failed =
        suite.find_child_by_attribute("name", "ring/late/once");
    EXPECT_STREQ(failed.attribute("classname").value(), "ring");
    EXPECT_STREQ(failed.child("failure").attribute("message").value(),
                 "1 < 2 & \"3\"");
    EXPECT_TRUE(suite.find_child_by_attribute("name", "loop/idle/free")
                    .child("error"));
    EXPECT_TRUE(suite.find_child_by_attribute("name", "queue/plug/one")
                    .child("skipped"));
}

TEST(JunitTest, TapNumbersTheScenariosAndSaysWhatBroke)
{
    std::string text = TapText(OneOfEach());

    EXPECT_EQ(text.find("TAP version 13\n1..4\nok 1 - a<b>&?: ring/wrap"),
              0u);
    EXPECT_NE(text.find("\nnot ok 2 - a<b>&?: ring/late/once\n  ---\n"
                        "  verdict: fail\n"),
              std::string::npos);
    EXPECT_NE(text.find("\nok 4 - a<b>&?: queue/plug/one # SKIP no plug ? "
                        "here\n"),
              std::string::npos)
        << text;
}

}  // namespace
}  // namespace laio
