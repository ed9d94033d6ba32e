#include "tools/patch/parse.h"

#include <gtest/gtest.h>

#include "tools/patch/file_header.h"
#include "tools/patch/hunk_header.h"

namespace laio {
namespace {

constexpr const char *kPatch =
    "From 0000 Mon Sep 17 00:00:00 2001\n"
    "Subject: [PATCH] x\n"
    "\n"
    "why\n"
    "---\n"
    " a.c | 2 +-\n"
    "\n"
    "diff --git a/a.c b/a.c\n"
    "index 1234567..89abcde 100644\n"
    "--- a/a.c\n"
    "+++ b/a.c\n"
    "@@ -1,3 +1,3 @@ int main(void)\n"
    " one\n"
    "-two\n"
    "+\ttwo  \n"
    " \n"
    "@@ -9 +9 @@\n"
    "-x\n"
    "\\ No newline at end of file\n"
    "+y\n"
    "diff --git a/old.c b/new.c\n"
    "similarity index 100%\n"
    "rename from old.c\n"
    "rename to new.c\n"
    "diff --git a/n.c b/n.c\n"
    "new file mode 100755\n"
    "index 0000000..89abcde\n"
    "--- /dev/null\n"
    "+++ b/n.c\n"
    "@@ -0,0 +1 @@\n"
    "+-- not a signature\n"
    "-- \n"
    "2.39\n";

TEST(ParsePatch, PrintsBackWhatItRead)
{
    auto patch = ParsePatch(kPatch, "p");
    ASSERT_TRUE(patch) << patch.error().message;
    EXPECT_EQ(PrintPatch(*patch), kPatch);
}

TEST(ParsePatch, UnderstandsHeadersAndHunks)
{
    auto patch = ParsePatch(kPatch, "p");
    ASSERT_TRUE(patch);
    ASSERT_EQ(patch->files.size(), 3u);
    const FilePatch &changed = patch->files[0];
    EXPECT_EQ(changed.old_id, "1234567");
    EXPECT_EQ(changed.new_id, "89abcde");
    EXPECT_EQ(changed.new_mode, 0100644u);
    EXPECT_EQ(changed.hunks[0].section, " int main(void)");
    EXPECT_TRUE(changed.hunks[1].lines[0].no_newline);
    EXPECT_TRUE(patch->files[1].renamed);
    EXPECT_EQ(patch->files[1].old_path, "old.c");
    EXPECT_EQ(patch->files[2].old_path, "");
    EXPECT_EQ(patch->files[2].new_mode, 0100755u);
    EXPECT_EQ(CountChanges(*patch).insertions, 3);
    EXPECT_EQ(CountChanges(*patch).deletions, 2);
}

TEST(ParsePatch, MakesOfTheParsedAndPrintedTheSameAgain)
{
    auto once = ParsePatch(kPatch, "p");
    auto twice = ParsePatch(PrintPatch(*once), "p");
    EXPECT_EQ(*once, *twice);
}

TEST(ParsePatch, NamesTheHunkWhoseLinesAreMissing)
{
    std::string text = kPatch;
    text.erase(text.find(" one\n"), 5);
    auto patch = ParsePatch(text, "p");
    ASSERT_FALSE(patch);
    EXPECT_TRUE(patch.error().message.starts_with("p:12: "))
        << patch.error().message;
    EXPECT_NE(patch.error().message.find("@@ -1,3 +1,3 @@"),
              std::string::npos);
}

TEST(ParsePatch, RefusesTextWithoutADiff)
{
    auto patch = ParsePatch("hello\n", "p");
    ASSERT_FALSE(patch);
    EXPECT_EQ(patch.error().kind, ErrorKind::kBadInput);
}

TEST(ParsePatch, RefusesTextBetweenFiles)
{
    std::string text = kPatch;
    text.insert(text.find("diff --git a/old.c"), "stray\n");
    EXPECT_FALSE(ParsePatch(text, "p"));
}

TEST(ParseHunkHeader, RefusesWhatIsNone)
{
    for (const char *line :
         {"@@ -1,3 @@", "@@ -a,b +c,d @@", "@@ -1 +1", "@@ -1,-2 +1 @@",
          "@@ -99999999999 +1 @@", "@@ +1 -1 @@", "-1 +1"}) {
        EXPECT_FALSE(ParseHunkHeader(line)) << line;
    }
}

TEST(PrintDiffstat, CountsAsGitDoes)
{
    auto patch = ParsePatch(kPatch, "p");
    patch->files.resize(1);
    EXPECT_EQ(PrintDiffstat(*patch),
              " a.c | 4 ++--\n"
              " 1 file changed, 2 insertions(+), 2 deletions(-)\n");
}

TEST(ParsePatch, SettlesTheNamesOfCopiesInPlainDiffs)
{
    for (const char *names : {"--- x/a.c.orig\t2016\n+++ x/a.c\t2016\n",
                              "--- tree.old/x/a.c\n+++ tree/x/a.c\n"}) {
        auto patch = ParsePatch(names + std::string("@@ -1 +1 @@\n-a\n+b\n"),
                                "test");
        ASSERT_TRUE(patch);
        EXPECT_EQ(patch->files[0].old_path, "x/a.c");
        EXPECT_EQ(patch->files[0].new_path, "x/a.c");
    }
}

struct NameLines {
    const char *name;
    const char *lines;
    const char *old_path;
    const char *new_path;
};

TEST(ParsePatch, UnderstandsNamesThatGitQuotes)
{
    const NameLines kRows[] = {
        {"mode", "diff --git \"a/x \\303\\274\" \"b/x \\303\\274\"\n"
         "old mode 100644\nnew mode 100755\n", "x \xC3\xBC", "x \xC3\xBC"},
        {"sides", "--- \"a/x \\303\\274\"\t\n+++ \"b/x \\303\\274\"\t\n"
         "@@ -1 +1 @@\n-a\n+b\n", "x \xC3\xBC", "x \xC3\xBC"},
        {"new", "diff --git \"a/\\\"\" \"b/\\\"\"\nnew file mode 100644\n", "",
         "\""},
        {"rename", "diff --git a/x y \"b/\\303\\274\"\nsimilarity index 100%\n"
         "rename from x y\nrename to \"\\303\\274\"\n", "x y", "\xC3\xBC"},
        {"rename away", "diff --git \"a/\\303\\274\" b/x y\n", "\xC3\xBC",
         "x y"},
    };
    for (const NameLines &row : kRows) {
        auto patch = ParsePatch(row.lines, "test");
        ASSERT_TRUE(patch) << row.name;
        EXPECT_EQ(patch->files[0].old_path, row.old_path) << row.name;
        EXPECT_EQ(patch->files[0].new_path, row.new_path) << row.name;
    }
}

TEST(MakeFileHeader, QuotesNamesAsGitDoes)
{
    const std::string lines =
        "diff --git \"a/x \\303\\274\" b/x y\n"
        "similarity index 90%\n"
        "rename from \"x \\303\\274\"\n"
        "rename to x y\n"
        "--- \"a/x \\303\\274\"\t\n"
        "+++ b/x y\t\n"
        "@@ -1 +1 @@\n-a\n+b\n";
    auto patch = ParsePatch(lines, "test");
    ASSERT_TRUE(patch);
    patch->files[0].header = MakeFileHeader(patch->files[0]);
    std::string without_similarity = lines;
    without_similarity.erase(lines.find("sim"), 21);
    EXPECT_EQ(PrintPatch(*patch), without_similarity);
}

}  // namespace
}  // namespace laio
