#include "tools/style/line_rules.h"

#include <gtest/gtest.h>

namespace laio::style {
namespace {

void ReportLine(const LineView &view, const Report &report)
{
    report.Add(view, 0, std::string(view.raw));
}

constexpr const char *kPatch = "+++ b/a.c\n"
                               "@@ -1,2 +1,4 @@\n"
                               " old = g_malloc0(x);\n"
                               "+new = g_malloc0(x);\n"
                               "+if (*a) {\n"
                               "+\xc3\xa4 $\n";

// The lines of the patch that a rule is shown, each up to a blank behind its
// first word.
std::vector<std::string> Shown(const char *needs, bool reads_old = false)
{
    Rule rule{};
    rule.gate = Gate::kC;
    rule.needs = needs;
    rule.reads_old = reads_old;
    rule.check_line = ReportLine;
    LineRules rules({&rule});
    std::vector<std::string> shown;
    std::vector<Report> reports{
        Report([&](const HunkView *, size_t, size_t, std::string message,
                   std::optional<Edit>) {
            shown.push_back(message.substr(0, message.find(' ', 1)));
        })};
    PatchText patch = ParsePatch(kPatch);
    HunkView hunk(patch, patch.hunks[0]);
    TypeNames types;
    const std::vector<Operator> none;
    for (size_t line = 0; line < hunk.size(); ++line) {
        LineView view{hunk, line, hunk.raw[line], hunk.code[line],
                      hunk.code[line], "", "", hunk.added(line), types, none};
        rules.Check(view, Gate::kC, reports);
    }
    return shown;
}

using Lines = std::vector<std::string>;

TEST(LineRules, ShowAddedLinesOnlyToMostRules)
{
    EXPECT_EQ(Shown(""), (Lines{"+new", "+if", "+\xc3\xa4"}));
    EXPECT_EQ(Shown("", true), (Lines{" old", "+new", "+if", "+\xc3\xa4"}));
}

TEST(LineRules, ShowLinesThatHoldAWord)
{
    EXPECT_EQ(Shown("g_malloc0("), Lines{"+new"});
    EXPECT_EQ(Shown("g_malloc0(", true), (Lines{" old", "+new"}));
    EXPECT_EQ(Shown("if while"), Lines{"+if"});
    EXPECT_EQ(Shown("*"), Lines{"+if"});
    EXPECT_EQ(Shown("= {"), (Lines{"+new", "+if"}));
    EXPECT_EQ(Shown("$"), Lines{"+\xc3\xa4"});
}

TEST(LineRules, ShowNoLineThatLacksAllWords)
{
    EXPECT_EQ(Shown("while else"), Lines{});
    EXPECT_EQ(Shown("malloc1"), Lines{});
    EXPECT_EQ(Shown("\t"), Lines{});
}

TEST(LineRules, KeepTheGateShut)
{
    Rule rule{};
    rule.gate = Gate::kC;
    rule.check_line = ReportLine;
    int calls = 0;
    std::vector<Report> reports{
        Report([&](auto &&...) { ++calls; })};
    PatchText patch = ParsePatch(kPatch);
    HunkView hunk(patch, patch.hunks[0]);
    TypeNames types;
    const std::vector<Operator> none;
    LineView view{hunk, 1, hunk.raw[1], hunk.code[1], hunk.code[1],
                  "", "", true, types, none};
    LineRules rules({&rule});
    rules.Check(view, Gate::kSource, reports);
    EXPECT_EQ(calls, 0);
    rules.Check(view, Gate::kC, reports);
    EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace laio::style
