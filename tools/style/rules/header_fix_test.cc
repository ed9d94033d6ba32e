#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

std::string Fixed(const std::string &patch, const std::string &rule)
{
    StyleOptions options;
    options.rules = {rule};
    return FixPatch(patch, "x.patch", options).text;
}

TEST(Signoff, IsWrittenAsItShouldAndTheMessageStays)
{
    std::string hunk = PatchOf("+x;\n").substr(PatchOf("+x;\n").find("--- "));
    std::string message = "Subject: a\n\nsigned-off by hand,  b\n\n";
    EXPECT_EQ(Fixed(message + "signed-off-by: A\n---\n" + hunk,
                    "signoff-case"),
              message + "Signed-off-by: A\n---\n" + hunk);
    EXPECT_EQ(Fixed(message + "Signed-off-by:A\n---\n" + hunk,
                    "signoff-space"),
              message + "Signed-off-by: A\n---\n" + hunk);
}

TEST(ExecutePermission, IsTakenFromSources)
{
    std::string start = "Signed-off-by: A\n---\ndiff --git a/a.c b/a.c\n";
    std::string end = "--- /dev/null\n+++ b/a.c\n@@ -0,0 +1 @@\n+x;\n";
    EXPECT_EQ(Fixed(start + "new file mode 100755\n" + end,
                    "execute-permission"),
              start + "new file mode 100644\n" + end);
}

}  // namespace
}  // namespace laio::style
