// What is proved, what is not, and what is refused.

#include <gtest/gtest.h>

#include "tools/git/scratch_repository.h"
#include "tools/patch/salvage_testing.h"

namespace laio {
namespace {

TEST(Salvage, ProvesAnIntactPatchByItsBlobId)
{
    SalvagedFile file = File("why\n---\n" + Diff());
    EXPECT_EQ(file.grade, Grade::kExact);
    EXPECT_EQ(file.after, kAfter);
    EXPECT_EQ(file.before, kBefore);
    EXPECT_EQ(file.result_id, BlobId(kAfter));
}

TEST(Salvage, NeverCallsAWrongIdExact)
{
    SalvagedFile file = File(Replace(Diff(), "a + 1", "a + 2"));
    EXPECT_EQ(file.grade, Grade::kGuessed);
    EXPECT_NE(file.reason.find("not as it was posted"), std::string::npos);
    SalvagedFile flat = File(Flat(Quoted(Replace(Diff(), "a + 1", "a + 2"),
                                         "> ")));
    EXPECT_EQ(flat.grade, Grade::kGuessed);
}

TEST(Salvage, IsConsistentWithoutABlobToStartFrom)
{
    std::string drifted = "/* new */\n\n" + std::string(kBefore);
    SalvagedFile file = File(Diff(), Files({{"a.c", drifted}}));
    EXPECT_EQ(file.grade, Grade::kConsistent) << file.reason;
    EXPECT_EQ(file.after, "/* new */\n\n" + std::string(kAfter));
}

TEST(Salvage, DoesNotPaperOverALostLine)
{
    for (const char *lost : {"+        call(a,\n", "+             2);\n",
                             "-        return a;\n"}) {
        for (bool flat : {false, true}) {
            std::string diff = Quoted(Replace(Diff(), lost, ""), "> ");
            SalvagedFile file = File(flat ? Flat(diff) : diff);
            EXPECT_EQ(file.grade, Grade::kFailed) << lost;
            EXPECT_TRUE(file.reason.starts_with("mail:5: hunk 1 (`@@ -4,5 ") ||
                        file.reason.starts_with("mail:1: hunk 1 (`@@ -4,5 "))
                << file.reason;
        }
    }
}

TEST(Salvage, WrongCountsAreSaidWhenTheBlobIdProvesTheRest)
{
    for (const char *stated : {"-4,5 +4,9", "-4,6 +4,8", "-4,3 +4,5"}) {
        auto result = Try(Replace(Diff(), "-4,5 +4,7", stated),
                          Files({{"a.c", kBefore}}));
        ASSERT_TRUE(result) << stated;
        EXPECT_EQ(result->files[0].grade, Grade::kExact)
            << stated << ": " << result->files[0].reason;
        EXPECT_EQ(result->files[0].after, kAfter);
        ASSERT_EQ(result->notes.empty(), false) << stated;
    }
}

TEST(Salvage, WrongCountsAreRefusedWithoutAProof)
{
    std::string diff = Replace(Diff(), "index ", "Index-was-here ");
    for (const char *stated : {"-4,5 +4,9", "-4,3 +4,5"}) {
        SalvagedFile file = File(Replace(diff, "-4,5 +4,7", stated));
        EXPECT_EQ(file.grade, Grade::kFailed) << stated;
    }
}

TEST(Salvage, CountsTheLinesThatAreThere)
{
    std::string diff = Replace(Diff(), "+             2);\n", "");
    for (const std::string &text : {diff, Flat(Quoted(diff, "> "))}) {
        EXPECT_NE(File(text).reason.find("5 old and 7 new lines announced, "
                                         "5 and 6 found"),
                  std::string::npos)
            << File(text).reason;
    }
}

TEST(Salvage, TakesNoLinesOfTheFileForTwoHunks)
{
    std::string diff = Replace(Diff(), "index ", "Index-was-here ");
    std::string hunk = diff.substr(diff.find("@@"));
    for (const std::string &text : {diff + hunk, Quoted(diff + hunk, "> ")}) {
        EXPECT_EQ(File(text).grade, Grade::kFailed);
    }
}

TEST(Salvage, SaysWhenThereIsNoPatch)
{
    auto result = Try("Hello,\nno patch here.\n", MemoryTree());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::kBadInput);
    EXPECT_TRUE(result.error().message.starts_with("mail:1: no patch"));
}

TEST(Salvage, SaysWhenTheTreeIsTheWrongOne)
{
    auto result = Try("x\n" + Diff(), Files({{"b.c", "x\n"}}));
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message.starts_with(
        "mail:2: the patch is for a.c, which is not in "));
}

TEST(Salvage, RefusesPathsThatLeaveTheTree)
{
    for (const char *path : {"../../etc/passwd", "/etc/passwd", ".git/x"}) {
        std::string diff = Replace(Diff(), "+++ b/a.c",
                                   std::string("+++ b/") + path);
        auto result = Try(diff, Files({{"a.c", kBefore}}));
        ASSERT_FALSE(result) << path;
        EXPECT_NE(result.error().message.find("is refused"),
                  std::string::npos);
    }
}

TEST(Salvage, FailsBinaryAndCombinedDiffsWithAReason)
{
    MemoryTree tree = Files({{"a.c", kBefore}});
    EXPECT_NE(File("diff --git a/a.c b/a.c\nindex 1234567..89abcde 100644\n"
                   "GIT binary patch\nliteral 3\n", tree)
                  .reason.find("binary"),
              std::string::npos);
    SalvagedFile merge = File(Diff() + "diff --cc a.c\n@@@ -1 -1 +1 @@@\n");
    EXPECT_EQ(merge.grade, Grade::kExact);
}

TEST(Salvage, FindsThePreImageInTheHistoryOfARepository)
{
    ScratchRepository repository;
    repository.Commit({{"a.c", kBefore}});
    repository.Commit({{"a.c", "rewritten\n"}});
    auto tree = repository->At("HEAD");
    ASSERT_TRUE(tree);
    SalvagedFile file = File(Flat(Quoted(Diff(), "> ")), **tree);
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, kAfter);
}

TEST(Salvage, MakesAndRemovesFiles)
{
    std::string diff = "diff --git a/n.c b/n.c\nnew file mode 100644\n"
                       "index 0000000.." + BlobId("int n;\n").substr(0, 7) +
                       "\n--- /dev/null\n+++ b/n.c\n@@ -0,0 +1 @@\n+int n;\n"
                       "diff --git a/a.c b/a.c\ndeleted file mode 100644\n"
                       "index " + BlobId("gone\n").substr(0, 7) +
                       "..0000000\n--- a/a.c\n+++ /dev/null\n"
                       "@@ -1 +0,0 @@\n-gone\n";
    auto result = Try(diff, Files({{"a.c", "gone\n"}}));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->files[0].grade, Grade::kExact);
    EXPECT_EQ(result->files[0].after, "int n;\n");
    EXPECT_EQ(result->files[1].grade, Grade::kExact);
    EXPECT_FALSE(result->files[1].after);
}

TEST(Salvage, TakesTheNewestVersionThatThePatchFitsWhenItsBlobIsNotThere)
{
    ScratchRepository repository;
    std::string old = Replace(kBefore, "a.h", "b.h");
    repository.Commit({{"a.c", old}});
    repository.Commit({{"a.c", "nothing of it\n"}});
    auto tree = repository->At("HEAD");
    std::string diff = Replace(Diff(), "index ", "some ");
    SalvagedFile file = File(diff, **tree);
    EXPECT_EQ(file.grade, Grade::kConsistent) << file.reason;
    EXPECT_EQ(file.before, old);
    EXPECT_NE(file.base.find("the newest one that it fits"),
              std::string::npos);

    diff = Replace(diff, "        return a;", "        return b;");
    EXPECT_EQ(File(diff, **tree).grade, Grade::kFailed);
}

}  // namespace
}  // namespace laio
