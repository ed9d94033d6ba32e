#include "tools/style/style.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tools/style/findings_text.h"
#include "tools/style/rule_testing.h"

namespace laio {
namespace {

using style::PatchOf;

TEST(Style, TellsFindingsByLineAndInTheOrderOfRules)
{
    EXPECT_EQ(ToTerse(CheckPatch(PatchOf("+ a;\n+\treturn(x);  \n"), "p")),
              "p:9: ERROR: trailing whitespace\n"
              "p:9: ERROR: code indent should never use tabs\n"
              "p:9: ERROR: space required before the open parenthesis '('\n");
}

TEST(Style, CarriesLearntTypesFromPatchToPatchOfASeries)
{
    NamedPatch teaches{"a", PatchOf("+    foo bar;\n")};
    NamedPatch uses{"b", PatchOf("+    y = (foo) - 1;\n")};
    EXPECT_TRUE(CheckSeries({uses})[0].clean());
    std::vector<StyleResult> results = CheckSeries({teaches, uses});
    ASSERT_EQ(results.size(), 2u);
    EXPECT_TRUE(results[0].clean());
    EXPECT_EQ(ToTerse(results[1]),
              "b:8: ERROR: space prohibited after that '-' (ctx:WxW)\n");
}

TEST(Style, SaysNothingOfCommitsWithoutADiffInASeries)
{
    EXPECT_FALSE(CheckPatch("just words\n", "a").clean());
    EXPECT_TRUE(CheckSeries({{"a", "just words\n"}})[0].clean());
}

TEST(Style, ReadsVersionsOfQemu)
{
    EXPECT_EQ(ParseQemuVersion("2.6"), 20600);
    EXPECT_EQ(ParseQemuVersion("9.0.1"), 90001);
    EXPECT_EQ(ParseQemuVersion("11"), 110000);
    for (const char *text : {"", "x", "9.", "9.x", "9.0.1.2", "-1", "9.100"}) {
        EXPECT_EQ(ParseQemuVersion(text), 0) << text;
    }
}

TEST(Style, AppliesTheRulesOfAVersion)
{
    std::string patch = PatchOf("+    x = 1;;\n");
    StyleOptions options;
    options.qemu_version = ParseQemuVersion("2.6");
    EXPECT_TRUE(CheckPatch(patch, "p", options).clean());
    EXPECT_FALSE(CheckPatch(patch, "p").clean());
}

TEST(Style, SaysWhatIsLikelyNoFault)
{
    Finding finding;
    finding.rule = "const-ops";
    finding.source = "+    TypeInfo *info = x;";
    finding.column = 5;
    EXPECT_EQ(DoubtAbout(finding), "it is a pointer and no initialiser");
    finding.source = "+TypeInfo info = {";
    finding.column = 1;
    EXPECT_EQ(DoubtAbout(finding), "");
}

TEST(Style, WritesSarif)
{
    nlohmann::json log =
        ToSarif({CheckPatch(PatchOf("+ a;\n+\treturn x;\n"), "p")});
    const nlohmann::json &run = log["runs"][0];
    EXPECT_EQ(log["version"], "2.1.0");
    ASSERT_EQ(run["results"].size(), 1u);
    EXPECT_EQ(run["results"][0]["ruleId"], "code-indent-tabs");
    EXPECT_EQ(run["results"][0]["level"], "error");
    const nlohmann::json &place =
        run["results"][0]["locations"][0]["physicalLocation"];
    EXPECT_EQ(place["artifactLocation"]["uri"], "block/a.c");
    EXPECT_EQ(place["region"]["startLine"], 2);
    EXPECT_EQ(run["tool"]["driver"]["rules"].size(), 1u);
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

TEST(Style, TellsDoubtInEveryOutputButThatOfTheScript)
{
    StyleResult result = CheckPatch(PatchOf("+x = g(\"/dev/*\");\n"), "x");
    std::string doubt = "the /* stands in a string";
    for (const std::string &text :
         {FindingList(result), QuickfixText(result), ToJson(result).dump(),
          ToSarif({result}).dump()}) {
        EXPECT_NE(text.find(doubt), std::string::npos) << text;
    }
    EXPECT_EQ(ToTerse(result).find(doubt), std::string::npos);
}

TEST(Style, PrintsALinePerFindingForEditors)
{
    StyleResult result = CheckPatch("--- a/b.c\n+++ b/b.c\n@@ -0,0 +1 @@\n"
                                    "+a\tb;\n", "x.patch");
    EXPECT_EQ(QuickfixText(result),
              "b.c:1:2: ERROR: code indent should never use tabs "
              "[code-indent-tabs]\n"
              "x.patch:4:1: ERROR: Missing Signed-off-by: line(s) "
              "[missing-signoff]\n");
}

TEST(Style, ShowsNoByteThatATerminalObeys)
{
    StyleResult result = CheckPatch(PatchOf("+\033[2J;  \n"), "x");
    EXPECT_EQ(FindingList(result).find('\033'), std::string::npos);
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
