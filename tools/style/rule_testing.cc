#include "tools/style/rule_testing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace laio::style {
namespace {

constexpr int kLinesBeforeHunk = 7;

StyleOptions Only(const std::string &rule)
{
    StyleOptions options;
    options.rules = {rule};
    return options;
}

}  // namespace

std::string PatchOf(const std::string &lines, const std::string &path)
{
    int before = 0;
    int after = 0;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        before += line[0] == '-' || line[0] == ' ';
        after += line[0] == '+' || line[0] == ' ';
    }
    return "Subject: [PATCH] a change\n\n"
           "Signed-off-by: A Developer <developer@example.org>\n---\n"
           "--- a/" + path + "\n+++ b/" + path + "\n@@ -1," +
           std::to_string(before) + " +1," + std::to_string(after) +
           " @@\n" + lines;
}

std::string HunkOf(const std::string &patch)
{
    size_t header = patch.find("\n@@ ");
    return patch.substr(patch.find('\n', header + 1) + 1);
}

std::string Added(const std::string &lines)
{
    std::string added;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        added += "+" + line + "\n";
    }
    return added;
}

void ExpectReported(const std::string &rule,
                    const std::vector<CheckRow> &rows)
{
    for (const CheckRow &row : rows) {
        SCOPED_TRACE(row.name);
        StyleResult result =
            CheckPatch(PatchOf(row.lines, row.path), "x.patch", Only(rule));
        std::vector<int> reported;
        for (const Finding &finding : result.findings) {
            reported.push_back(finding.patch_line - kLinesBeforeHunk);
        }
        EXPECT_EQ(reported, row.reported);
    }
}

void ExpectFixed(const std::string &rule, const std::vector<FixRow> &rows)
{
    for (const FixRow &row : rows) {
        SCOPED_TRACE(row.name);
        FixResult fixed =
            FixPatch(PatchOf(row.lines, row.path), "x.patch", Only(rule));
        EXPECT_EQ(HunkOf(fixed.text), row.fixed);
        EXPECT_EQ(fixed.text, PatchOf(row.fixed, row.path));
        FixResult again = FixPatch(fixed.text, "x.patch", Only(rule));
        EXPECT_EQ(again.text, fixed.text);
    }
}

}  // namespace laio::style
