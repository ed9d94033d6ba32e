#include <gtest/gtest.h>

#include "tools/style/style.h"

namespace laio {
namespace {

TEST(NotAPatch, IsTextWithoutHunkAndRename)
{
    StyleResult result = CheckPatch("some\nwords\n", "x");
    EXPECT_FALSE(result.is_patch);
    EXPECT_EQ(ToTerse(result), "x:2: ERROR: Does not appear to be a "
                               "unified-diff format patch\n");
}

TEST(NotAPatch, IsNotSaidOfRenames)
{
    StyleResult result = CheckPatch("Signed-off-by: A\n"
                                    "diff --git a/a.c b/b.c\n"
                                    "rename from a.c\n"
                                    "rename to b.c\n",
                                    "x");
    EXPECT_TRUE(result.is_patch);
    ASSERT_EQ(result.findings.size(), 1u);
    EXPECT_EQ(result.findings[0].rule, "maintainers-update");
}

TEST(NotAPatch, SaysNothingOfAnEmptyText)
{
    EXPECT_EQ(ToTerse(CheckPatch("", "x")), "");
    EXPECT_FALSE(CheckPatch("", "x").is_patch);
}

}  // namespace
}  // namespace laio
