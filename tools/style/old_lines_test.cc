#include "tools/style/old_lines.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

constexpr char kPatch[] =
    "diff --git a/block/a.c b/block/b.c\n"
    "index 0123456..89abcde 100644\n"
    "--- a/block/a.c\n"
    "+++ b/block/b.c\n"
    "@@ -10,5 +10,3 @@ f\n"
    " x;\n"
    "-\tone;\n"
    " y;\n"
    "-\ttwo;\n"
    " z;\n"
    "@@ -40,2 +38,3 @@\n"
    " x;\n"
    "+only added;\n"
    " y;\n"
    "--- /dev/null\n"
    "+++ b/new.c\n"
    "@@ -0,0 +1 @@\n"
    "+x;\n";

TEST(OldLines, AreWhatAPatchTakesAway)
{
    std::vector<TouchedFile> files = FindTouchedFiles(kPatch);
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(files[0].path, "block/a.c");
    EXPECT_EQ(files[0].blob, "0123456");
    ASSERT_EQ(files[0].lines.size(), 1u);
    EXPECT_EQ(files[0].lines[0].first, 11);
    EXPECT_EQ(files[0].lines[0].last, 13);
}

TEST(OldLines, AreMendedAndTheOthersStay)
{
    EXPECT_EQ(MendOldLines("\ta;\n\tb;\n\tc;\n\td;\n", "a.c",
                           {{1, 1}, {3, 3}}),
              "        a;\n\tb;\n        c;\n\td;\n");
}

TEST(OldLines, KeepEveryToken)
{
    std::string text = "    if (a)\n        return (b);\n";
    EXPECT_EQ(MendOldLines(text, "a.c", {{1, 2}}), text);
}

TEST(OldLines, MayBeTheLastOfAFileCutOff)
{
    EXPECT_EQ(MendOldLines("a;\n\tb;", "a.c", {{2, 2}}), "a;\n        b;\n");
}

TEST(OldLines, OfNoPatchAreNone)
{
    EXPECT_TRUE(FindTouchedFiles("no patch\n").empty());
    EXPECT_TRUE(FindTouchedFiles("").empty());
}

}  // namespace
}  // namespace laio
