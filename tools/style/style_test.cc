#include "tools/style/style.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tools/style/findings_text.h"
#include "tools/style/rule_testing.h"

namespace laio {
namespace {

using style::Added;
using style::PatchOf;

int CountOf(const std::string &rule, const StyleResult &result)
{
    int count = 0;
    for (const Finding &finding : result.findings) {
        count += finding.rule == rule;
    }
    return count;
}

bool IsAboutLines(const RuleDescription &rule)
{
    return rule.name != "missing-signoff" && rule.name != "not-a-patch";
}

TEST(Style, ReportsTheBadExampleOfEachRuleAndNotTheGoodOne)
{
    for (const RuleDescription &rule : DescribeRules()) {
        SCOPED_TRACE(rule.name);
        if (IsAboutLines(rule)) {
            StyleResult bad = CheckPatch(PatchOf(Added(rule.bad)), "x");
            StyleResult good = CheckPatch(PatchOf(Added(rule.good)), "x");
            EXPECT_GT(CountOf(rule.name, bad), 0);
            EXPECT_EQ(CountOf(rule.name, good), 0);
        }
    }
}

TEST(Style, MendsTheBadExampleOfEachRuleThatSaysSo)
{
    for (const RuleDescription &rule : DescribeRules()) {
        SCOPED_TRACE(rule.name);
        if (IsAboutLines(rule)) {
            FixResult fixed = FixPatch(PatchOf(Added(rule.bad)), "x");
            bool is_mended = CountOf(rule.name, fixed.after) == 0;
            EXPECT_EQ(is_mended, rule.has_fix);
        }
    }
}

TEST(Style, HasOneRulePerName)
{
    std::set<std::string> names;
    for (const RuleDescription &rule : DescribeRules()) {
        EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
        EXPECT_FALSE(rule.summary.empty()) << rule.name;
        EXPECT_EQ(rule.source.size(), 10u) << rule.name;
    }
}

TEST(Style, TellsFindingsByLineAndInTheOrderOfRules)
{
    EXPECT_EQ(ToTerse(CheckPatch(PatchOf("+ a;\n+\treturn(x);  \n"), "p")),
              "p:9: ERROR: trailing whitespace\n"
              "p:9: ERROR: code indent should never use tabs\n"
              "p:9: ERROR: space required before the open parenthesis '('\n");
}

TEST(Style, TellsLinesOfAFileByTheirNumber)
{
    StyleResult result = CheckFile("a;\n\tb;\n", "block/a.c");
    ASSERT_EQ(result.findings.size(), 1u);
    EXPECT_EQ(result.findings[0].line, 2);
    EXPECT_EQ(ToTerse(result),
              "block/a.c:2: ERROR: code indent should never use tabs\n");
}

TEST(Style, HasRulesThatComeAndGoWithVersions)
{
    StyleOptions old;
    old.qemu_version = 30000;
    std::string patch = PatchOf("+/* a\n+ */\n");
    EXPECT_EQ(CheckPatch(patch, "x").warnings, 1);
    EXPECT_TRUE(CheckPatch(patch, "x", old).clean());
}

TEST(Style, PrintsJsonForPrograms)
{
    nlohmann::json json = ToJson(CheckPatch(PatchOf("+\ta;\n"), "x"));
    EXPECT_EQ(json["findings"][0],
              nlohmann::json({{"file", "block/a.c"},
                              {"line", 1},
                              {"level", "ERROR"},
                              {"rule", "code-indent-tabs"},
                              {"message",
                               "code indent should never use tabs"},
                              {"fixable", true}}));
    EXPECT_EQ(json["total"],
              nlohmann::json({{"errors", 1}, {"warnings", 0}}));
}

TEST(Style, PrintsTheLineAndACaretForPeople)
{
    StyleResult result = CheckPatch(PatchOf("+a\tb;\n"), "x");
    EXPECT_EQ(FindingText(result.findings.at(0)),
              "block/a.c:1: ERROR: code indent should never use tabs "
              "[code-indent-tabs, fixable]\n"
              "    +a      b;\n"
              "      ^\n");
    EXPECT_EQ(StyleTotal(result), "1 error, 0 warnings; --fix can mend 1");
}

TEST(Style, ShowsNoByteThatATerminalObeys)
{
    StyleResult result = CheckPatch(PatchOf("+\033[2J;  \n"), "x");
    EXPECT_EQ(FindingsText(result).find('\033'), std::string::npos);
}

TEST(Style, ScansLongInitialisersInNoTime)
{
    std::string lines = "+static int a[] = {\n";
    for (int i = 0; i < 20000; ++i) {
        lines += "+    F(1, 2), { 3, 4 },\n";
    }
    EXPECT_TRUE(CheckPatch(PatchOf(lines + "+};\n"), "x").clean());
}

}  // namespace
}  // namespace laio
