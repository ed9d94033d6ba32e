#include "tools/patch/apply.h"

#include <gtest/gtest.h>

#include "tools/git/scratch_repository.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

MemoryTree Files(std::map<std::string, std::string> files)
{
    return MemoryTree(std::move(files));
}

PatchSeries Series(const std::string &diff)
{
    auto patch = ParsePatch(diff, "test");
    EXPECT_TRUE(patch) << (patch ? "" : patch.error().message);
    return {*patch};
}

std::string Diff(const std::string &path, const std::string &hunks)
{
    return "diff --git a/" + path + " b/" + path + "\n--- a/" + path +
           "\n+++ b/" + path + "\n" + hunks;
}

constexpr const char *kHunk = "@@ -2,3 +2,3 @@\n b\n-c\n+C\n d\n";
constexpr const char *kBefore = "a\nb\nc\nd\ne\n";
constexpr const char *kAfter = "a\nb\nC\nd\ne\n";

std::string ErrorOf(const std::string &diff, const Tree &tree)
{
    auto changes = ApplyToMemory(Series(diff), tree);
    return changes ? "applied" : changes.error().message;
}

TEST(ApplyToMemory, ChangesWhatTheHunkSays)
{
    auto changes = ApplyToMemory(Series(Diff("a.c", kHunk)),
                                 Files({{"a.c", kBefore}}));
    ASSERT_TRUE(changes) << changes.error().message;
    ASSERT_EQ(changes->size(), 1u);
    EXPECT_EQ((*changes)[0].before, kBefore);
    EXPECT_EQ((*changes)[0].after, kAfter);
    EXPECT_EQ((*changes)[0].hunks[0].offset, 0);
}

TEST(ApplyToMemory, FindsAHunkElsewhereAndReportsTheOffset)
{
    MemoryTree tree = Files({{"a.c", "x\ny\nz\n" + std::string(kBefore)}});
    auto changes = ApplyToMemory(Series(Diff("a.c", kHunk)), tree);
    ASSERT_TRUE(changes) << changes.error().message;
    EXPECT_EQ((*changes)[0].after, "x\ny\nz\n" + std::string(kAfter));
    EXPECT_EQ((*changes)[0].hunks[0].offset, 3);
    EXPECT_EQ((*changes)[0].hunks[0].line, 5);
}

TEST(ApplyToMemory, TakesNoFuzz)
{
    std::string why = ErrorOf(Diff("a.c", kHunk),
                              Files({{"a.c", "a\nB\nc\nd\ne\n"}}));
    EXPECT_NE(why.find("hunk 1 (`@@ -2,3 +2,3 @@`) does not fit"),
              std::string::npos)
        << why;
}

TEST(ApplyToMemory, RefusesTwoEquallyNearPlaces)
{
    std::string why = ErrorOf(
        Diff("a.c", "@@ -5,3 +5,3 @@\n b\n-c\n+C\n d\n"),
        Files({{"a.c", "a\nb\nc\nd\nx\nx\nx\nb\nc\nd\n"}}));
    EXPECT_NE(why.find("fits equally well at lines 2 and 8"),
              std::string::npos)
        << why;
}

TEST(ApplyToMemory, RecognisesWhatIsAppliedAlready)
{
    auto changes = ApplyToMemory(Series(Diff("a.c", kHunk)),
                                 Files({{"a.c", kAfter}}));
    ASSERT_TRUE(changes) << changes.error().message;
    EXPECT_TRUE((*changes)[0].already_applied);
    EXPECT_EQ((*changes)[0].after, kAfter);
}

TEST(ApplyToMemory, AppliesAllFilesOrNone)
{
    MemoryTree tree = Files({{"a.c", kBefore}, {"b.c", "other\n"}});
    auto changes = ApplyToMemory(
        Series(Diff("a.c", kHunk) + Diff("b.c", kHunk)), tree);
    ASSERT_FALSE(changes);
    EXPECT_NE(changes.error().message.find("b.c"), std::string::npos);
}

TEST(ApplyToMemory, BuildsOnThePatchBefore)
{
    PatchSeries series = Series(Diff("a.c", kHunk));
    series.push_back(Series(Diff("a.c", "@@ -3 +3,2 @@\n-C\n+D\n+E\n"))[0]);
    auto changes = ApplyToMemory(series, Files({{"a.c", kBefore}}));
    ASSERT_TRUE(changes) << changes.error().message;
    ASSERT_EQ(changes->size(), 1u);
    EXPECT_EQ((*changes)[0].after, "a\nb\nD\nE\nd\ne\n");
}

TEST(ApplyToMemory, AndItsReverseGiveTheFileBack)
{
    MemoryTree tree = Files({{"a.c", kAfter}});
    auto changes = ApplyToMemory(
        Series(Diff("a.c", "@@ -2,3 +2,3 @@\n b\n-C\n+c\n d\n")), tree);
    ASSERT_TRUE(changes);
    EXPECT_EQ((*changes)[0].after, kBefore);
}

TEST(ApplyToMemory, MakesAndRemovesFiles)
{
    std::string diff = "diff --git a/n.c b/n.c\nnew file mode 100755\n"
                       "--- /dev/null\n+++ b/n.c\n@@ -0,0 +1 @@\n+new\n"
                       "diff --git a/a.c b/a.c\ndeleted file mode 100644\n"
                       "--- a/a.c\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n";
    auto changes = ApplyToMemory(Series(diff),
                                 Files({{"a.c", "gone\n"}}));
    ASSERT_TRUE(changes) << changes.error().message;
    EXPECT_EQ((*changes)[0].after, "new\n");
    EXPECT_EQ((*changes)[0].new_mode, 0100755u);
    EXPECT_FALSE((*changes)[1].after);

    EXPECT_NE(ErrorOf(diff, Files({{"a.c", "gone\nmore\n"}})), "applied");
    EXPECT_NE(ErrorOf(diff, Files({{"a.c", "gone\n"}, {"n.c", "x\n"}})),
              "applied");
}

TEST(ApplyToMemory, MindsTheLineFeedAtTheEnd)
{
    std::string diff = Diff("a.c", "@@ -1 +1 @@\n-a\n"
                                   "\\ No newline at end of file\n+b\n");
    auto changes = ApplyToMemory(Series(diff), Files({{"a.c", "a"}}));
    ASSERT_TRUE(changes) << changes.error().message;
    EXPECT_EQ((*changes)[0].after, "b\n");
    EXPECT_NE(ErrorOf(diff, Files({{"a.c", "a\n"}})), "applied");
}

TEST(ApplyToMemory, RefusesPathsThatLeaveTheTree)
{
    for (const char *path : {"../../etc/passwd", "x/../../y", ".git/hooks/x"}) {
        std::string why = ErrorOf(Diff(path, kHunk), MemoryTree());
        EXPECT_NE(why.find("is refused"), std::string::npos) << why;
    }
}

TEST(ApplyToMemory, RefusesBinaryPatches)
{
    std::string why = ErrorOf("diff --git a/x.png b/x.png\n"
                              "index 1234567..89abcde 100644\n"
                              "GIT binary patch\nliteral 0\n",
                              Files({{"x.png", ""}}));
    EXPECT_NE(why.find("binary"), std::string::npos) << why;
}

TEST(ApplyToMemory, DoesNotReadThroughASymlinkOfAWorkTree)
{
    ScratchRepository repository;
    ScratchRepository elsewhere;
    elsewhere.Commit({{"a.c", kBefore}});
    repository.Commit({{"b.c", "x\n"}});
    repository.Link("a.c", elsewhere.directory() + "/a.c");
    auto tree = repository->WorkTree();
    ASSERT_TRUE(tree);
    std::string why = ErrorOf(Diff("a.c", kHunk), **tree);
    EXPECT_NE(why.find("symlink"), std::string::npos) << why;
}

}  // namespace
}  // namespace laio
