#include "tools/style/patch_text.h"

#include <gtest/gtest.h>

namespace laio::style {
namespace {

constexpr const char *kPatch =
    "From: A\n"
    "\n"
    " a.c | 2 +-\n"
    "\n"
    "diff --git a/dir/a.c b/dir/a.c\n"
    "--- a/dir/a.c\n"
    "+++ b/dir/a.c\n"
    "@@ -10,3 +20,3 @@ int f(void)\n"
    " x;\n"
    "--- y;\n"
    "+++ z;\n"
    "\n"
    "@@ -30 +40,2 @@\n"
    "-x;\n"
    "+y;\n"
    "+z;\n"
    "\\ No newline at end of file\n"
    "-- \n"
    "2.1.1\n";

std::string Kinds(const PatchText &patch)
{
    std::string kinds;
    for (const PatchLine &line : patch.lines) {
        kinds += "h@ +-\\"[static_cast<int>(line.kind)];
    }
    return kinds;
}

TEST(PatchText, GivesEachLineItsKindByTheCountsOfItsHunk)
{
    EXPECT_EQ(Kinds(ParsePatch(kPatch)), "hhhhhhh@ -+ @-++\\hh");
}

TEST(PatchText, NumbersLinesOfTheNewFile)
{
    PatchText patch = ParsePatch(kPatch);
    EXPECT_EQ(patch.lines[8].new_line, 20);
    EXPECT_EQ(patch.lines[9].new_line, 0);
    EXPECT_EQ(patch.lines[10].new_line, 21);
    EXPECT_EQ(patch.lines[15].new_line, 41);
}

TEST(PatchText, NamesFilesWithoutTheirPrefix)
{
    PatchText patch = ParsePatch(kPatch);
    ASSERT_EQ(patch.files.size(), 1u);
    EXPECT_EQ(patch.files[0].path, "dir/a.c");
    EXPECT_EQ(patch.hunks[1].file, 0);
}

TEST(PatchText, ReadsDiffsWithoutGitHeaders)
{
    PatchText patch = ParsePatch("--- a/a.c\t2016\n+++ b/a.c\t2016\n"
                                 "@@ -1 +1 @@\n-x\n+y\n"
                                 "--- a/b.c\n+++ b/b.c\n"
                                 "@@ -1 +1 @@\n-x\n+y\n");
    ASSERT_EQ(patch.files.size(), 2u);
    EXPECT_EQ(patch.files[0].path, "a.c");
    EXPECT_EQ(patch.files[1].path, "b.c");
}

TEST(PatchText, IsTheSameTextWhenJoined)
{
    for (std::string text : {kPatch, "", "x", "@@ -1 +1 @@\n-a\r\n+b\r"}) {
        EXPECT_EQ(JoinPatch(ParsePatch(text)), text);
    }
}

TEST(PatchText, TakesAFileForOneWholeAddition)
{
    for (std::string text : {"a;\nb;\n", "a;\n\nb;", "\n"}) {
        PatchText patch = FileAsPatch(text, "dir/a.c");
        EXPECT_EQ(patch.files.at(0).path, "dir/a.c");
        EXPECT_EQ(patch.lines[kFileHeaderLines].new_line, 1);
        EXPECT_EQ(JoinFile(patch), text);
    }
}

TEST(PatchText, LeavesAHunkThatEndsTooSoon)
{
    PatchText patch = ParsePatch("+++ b/a.c\n@@ -1,9 +1,9 @@\n x\n"
                                 "diff --git a/b.c b/b.c\nindex 1..2\n");
    EXPECT_EQ(Kinds(patch), "h@ hh");
}

}  // namespace
}  // namespace laio::style
