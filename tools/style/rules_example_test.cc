// Every rule reports its bad example, and is content with its good one.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

// Rules whose examples are not lines of block/a.c.
std::string PathFor(const std::string &rule)
{
    static const std::map<std::string, std::string> paths{
        {"docs-code-block", "docs/a.txt"},
        {"trace-hash-flag", "block/trace-events"},
        {"trace-hex-prefix", "block/trace-events"},
        {"unguarded-bh", "sub/hw/a.c"},
        {"unguarded-aio-bh", "sub/hw/a.c"},
        {"python3-interpreter", "scripts/a.py"}};
    auto found = paths.find(rule);
    return found == paths.end() ? "block/a.c" : found->second;
}

// Lines of the mail or of git, or hunks of their own.
bool IsAboutThePatch(const std::string &rule)
{
    for (const char *name :
         {"acpi-expected-files", "execute-permission", "mangled-author",
          "signoff-case", "signoff-space", "maintainers-update",
          "corrupt-patch", "charset-mismatch", "missing-signoff",
          "not-a-patch", "final-newline", "spdx-required", "spdx-wanted",
          "license-boilerplate", "linux-header-script",
          "linux-header-alone"}) {
        if (rule == name) {
            return true;
        }
    }
    return false;
}

// The newest version that has the rule.
StyleOptions NewestWith(const RuleDescription &rule)
{
    StyleOptions options;
    options.qemu_version = std::min(rule.until - 1, kNewestQemuVersion);
    return options;
}

size_t Findings(const RuleDescription &rule, const std::string &example)
{
    StyleOptions options = NewestWith(rule);
    options.rules = {rule.name};
    return CheckPatch(PatchOf(Added(example), PathFor(rule.name)), "x.patch",
                      options)
        .findings.size();
}

TEST(Rules, ReportTheirBadExampleAndNotTheirGoodOne)
{
    for (const RuleDescription &rule : DescribeRules()) {
        if (IsAboutThePatch(rule.name)) {
            continue;
        }
        EXPECT_GT(Findings(rule, rule.bad), 0u) << rule.name;
        EXPECT_EQ(Findings(rule, rule.good), 0u) << rule.name;
    }
}

TEST(Rules, MendTheirBadExampleIfTheySaySo)
{
    for (const RuleDescription &rule : DescribeRules()) {
        if (!rule.has_fix) {
            continue;
        }
        std::string patch = PatchOf(Added(rule.bad), PathFor(rule.name));
        FixResult fixed = FixPatch(patch, "x", NewestWith(rule));
        for (const Finding &left : fixed.after.findings) {
            EXPECT_NE(left.rule, rule.name);
        }
    }
}

TEST(Rules, HaveNamesOfTheirOwnAndASource)
{
    std::map<std::string, int> names;
    for (const RuleDescription &rule : DescribeRules()) {
        EXPECT_EQ(++names[rule.name], 1) << rule.name;
        EXPECT_EQ(rule.source.size(), 10u) << rule.name;
        EXPECT_FALSE(rule.summary.empty()) << rule.name;
    }
    EXPECT_GE(names.size(), 100u);
}

}  // namespace
}  // namespace laio::style
