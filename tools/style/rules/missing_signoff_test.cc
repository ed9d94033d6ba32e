#include <gtest/gtest.h>

#include "tools/style/style.h"

namespace laio {
namespace {

constexpr const char *kDiff =
    "--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-x;\n+y;\n";

StyleResult CheckWith(const std::string &header, bool required = true)
{
    StyleOptions options;
    options.rules = {"missing-signoff"};
    options.require_signoff = required;
    return CheckPatch(header + kDiff, "x.patch", options);
}

TEST(MissingSignoff, IsReportedAtTheEndOfThePatch)
{
    EXPECT_EQ(ToTerse(CheckWith("A change\n")),
              "x.patch:6: ERROR: Missing Signed-off-by: line(s)\n");
}

TEST(MissingSignoff, IsSatisfiedByAnySpelling)
{
    EXPECT_TRUE(CheckWith("Signed-off-by: A <a@example.org>\n").clean());
    EXPECT_TRUE(CheckWith("  signed-OFF-by: A <a@example.org>\n").clean());
}

TEST(MissingSignoff, IsNoMatterWhenNotRequired)
{
    EXPECT_TRUE(CheckWith("A change\n", false).clean());
}

}  // namespace
}  // namespace laio
