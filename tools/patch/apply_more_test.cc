// Applying what does not fit as it is, and what is more than lines of text.

#include <gtest/gtest.h>

#include <algorithm>

#include "tools/patch/apply.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

using Files = std::map<std::string, std::string>;

constexpr const char *kBefore =
    "int one;\nint two;\nint three;\nint four;\nint five;\n"
    "int six;\nint seven;\n";
constexpr const char *kHunk =
    "@@ -2,5 +2,6 @@\n int two;\n int three;\n+int new_one;\n-int four;\n"
    "+int fourth;\n int five;\n int six;\n";

std::string Diff(const std::string &path, const std::string &hunks,
                 const std::string &index = "")
{
    return "diff --git a/" + path + " b/" + path + "\n" + index + "--- a/" +
           path + "\n+++ b/" + path + "\n" + hunks;
}

// What applying a patch to files came to.
class Trial {
 public:
    Trial(const std::string &diff, const Files &files,
          const ApplyOptions &options = {})
        : tree_(files), applier_(tree_, options)
    {
        auto patch = ParsePatch(diff, "test");
        EXPECT_TRUE(patch) << (patch ? "" : patch.error().message);
        Status added = applier_.Add(*patch);
        error_ = added ? "" : added.error().message;
    }

    const std::string &error() const { return error_; }
    const FileChange &change() const { return applier_.changes().at(0); }
    const std::vector<Conflict> &conflicts() const
    {
        return applier_.conflicts();
    }

    Files Written() const
    {
        Files files;
        for (const FileWrite &write : applier_.Writes()) {
            files[write.path] = write.content.value_or("(gone)");
        }
        return files;
    }

 private:
    MemoryTree tree_;
    PatchApplier applier_;
    std::string error_;
};

bool Has(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

std::string Replaced(std::string text, const std::string &what,
                     const std::string &with)
{
    return text.replace(text.find(what), what.size(), with);
}

TEST(Fuzz, DisregardsContextAtTheEndsAndSaysSo)
{
    ApplyOptions options;
    options.max_fuzz = 2;
    std::string file = Replaced(kBefore, "int two", "long two");
    Trial trial(Diff("a.c", kHunk), {{"a.c", file}}, options);
    EXPECT_EQ(trial.error(), "");
    EXPECT_EQ(trial.change().hunks.at(0).fuzz, 1);
    EXPECT_EQ(trial.change().hunks.at(0).line, 2);
    EXPECT_EQ(trial.Written()["a.c"],
              "int one;\nlong two;\nint three;\nint new_one;\nint fourth;\n"
              "int five;\nint six;\nint seven;\n");
}

TEST(Fuzz, IsNotUsedWhereTwoPlacesWouldDo)
{
    ApplyOptions options;
    options.max_fuzz = 2;
    std::string file = Replaced(kBefore, "int two", "long two");
    Trial trial(Diff("a.c", kHunk), {{"a.c", file + file}}, options);
    EXPECT_TRUE(Has(trial.error(), "does not fit")) << trial.error();
}

TEST(Fuzz, NeverDisregardsARemovedLine)
{
    ApplyOptions options;
    options.max_fuzz = 3;
    std::string file = Replaced(kBefore, "int four", "long four");
    Trial trial(Diff("a.c", kHunk), {{"a.c", file}}, options);
    EXPECT_TRUE(Has(trial.error(), "does not fit")) << trial.error();
}

TEST(Conflict, ShowsTheNearestPlaceAndWhatIsThere)
{
    std::string file = "new first line\n" +
                       Replaced(kBefore, "int four", "long four");
    Trial trial(Diff("a.c", kHunk), {{"a.c", file}});
    ASSERT_EQ(trial.conflicts().size(), 1u);
    const std::string &detail = trial.conflicts()[0].detail;
    EXPECT_TRUE(Has(detail, "nearest place: line 3, where 4 of 5 lines agree"))
        << detail;
    EXPECT_TRUE(Has(detail, "      5 there:   long four;")) << detail;
    EXPECT_TRUE(Has(detail, "wanted:  int four;")) << detail;
}

TEST(Conflict, NamesEveryHunkThatDoesNotFit)
{
    std::string second = "@@ -6,2 +7,2 @@\n int six;\n-int nothing;\n+int x;\n";
    Trial trial(Diff("a.c", std::string(kHunk) + second) +
                    Diff("b.c", kHunk),
                {{"a.c", kBefore}, {"b.c", "int other;\n"}});
    ASSERT_EQ(trial.conflicts().size(), 2u);
    EXPECT_EQ(trial.conflicts()[0].hunk, 2);
    EXPECT_EQ(trial.conflicts()[1].path, "b.c");
}

TEST(Conflict, SaysThatAHunkIsInTheFileAlready)
{
    std::string second = "@@ -7 +8 @@\n-int seven;\n+int x;\n";
    Trial trial(Diff("a.c", kHunk + second),
                {{"a.c", Replaced(kBefore, "seven", "x")}});
    EXPECT_TRUE(Has(trial.error(), "is in the file already, at line 7"))
        << trial.error();
}

TEST(Reject, KeepsWhatFitsAndHandsBackTheRest)
{
    ApplyOptions options;
    options.reject = true;
    std::string second = "@@ -6,2 +7,2 @@\n int six;\n-int nothing;\n+int x;\n";
    Trial trial(Diff("a.c", kHunk + second), {{"a.c", kBefore}}, options);
    EXPECT_EQ(trial.error(), "");
    ASSERT_EQ(trial.change().rejected.size(), 1u);
    EXPECT_EQ(trial.change().rejected[0].old_start, 6);
    EXPECT_TRUE(Has(trial.Written()["a.c"], "int fourth;"));
}

// A diff that names the blob it is for, and a tree that has it elsewhere.
struct ThreeWay {
    explicit ThreeWay(const std::string &now)
    {
        std::string index = "index " + BlobId(kBefore).substr(0, 10) +
                            "..0123456789 100644\n";
        tree.Put("a.c", now);
        options.three_way = true;
        patch = *ParsePatch(Diff("a.c", kHunk, index), "test");
    }

    // Knows the blob whatever the file is now.
    class Store : public MemoryTree {
     public:
        Result<std::vector<FoundBlob>> FindBlobs(
            const std::string &id, const std::string &) const override
        {
            std::vector<FoundBlob> found;
            if (BlobId(kBefore).starts_with(id)) {
                found.push_back({BlobId(kBefore), kBefore, ""});
            }
            return found;
        }
    };

    Store tree;
    ApplyOptions options;
    Patch patch;
};

TEST(ThreeWayMerge, GoesByWayOfTheBlobThatThePatchNames)
{
    ThreeWay merge(Replaced(kBefore, "int two;", "int two; /* here */"));
    PatchApplier applier(merge.tree, merge.options);
    Status added = applier.Add(merge.patch);
    ASSERT_TRUE(added) << added.error().message;
    EXPECT_TRUE(applier.changes()[0].merged);
    EXPECT_FALSE(applier.changes()[0].conflicted);
    EXPECT_EQ(applier.changes()[0].after,
              "int one;\nint two; /* here */\nint three;\nint new_one;\n"
              "int fourth;\nint five;\nint six;\nint seven;\n");
}

TEST(ThreeWayMerge, ThatConflictsIsRefusedWithItsMarkers)
{
    ThreeWay merge(Replaced(kBefore, "int four", "long four"));
    PatchApplier applier(merge.tree, merge.options);
    EXPECT_FALSE(applier.Add(merge.patch));
    const std::string &detail = applier.conflicts().at(0).detail;
    EXPECT_TRUE(Has(detail, "<<<<<<< tree")) << detail;
    EXPECT_TRUE(Has(detail, "long four;")) << detail;
    EXPECT_TRUE(Has(detail, ">>>>>>> patch")) << detail;
}

TEST(ThreeWayMerge, ThatConflictsIsTakenWithItsMarkersWhereRejectsAre)
{
    ThreeWay merge(Replaced(kBefore, "int four", "long four"));
    merge.options.reject = true;
    PatchApplier applier(merge.tree, merge.options);
    ASSERT_TRUE(applier.Add(merge.patch));
    const FileChange &change = applier.changes().at(0);
    EXPECT_TRUE(change.conflicted);
    EXPECT_TRUE(Has(*change.after, "<<<<<<< tree")) << *change.after;
}

TEST(BlobIds, ProveAWholeTextAndDenyADamagedOne)
{
    std::string after = Replaced(
        kBefore, "int four;\n", "int new_one;\nint fourth;\n");
    std::string ids = "index " + BlobId(kBefore).substr(0, 10) + ".." +
                      BlobId(after).substr(0, 10) + " 100644\n";
    EXPECT_EQ(Trial(Diff("a.c", kHunk, ids), {{"a.c", kBefore}})
                  .change().proof, IdProof::kProven);
    std::string damaged = Replaced(kHunk, "+int fourth;", "+int  fourth;");
    EXPECT_EQ(Trial(Diff("a.c", damaged, ids), {{"a.c", kBefore}})
                  .change().proof, IdProof::kDenied);
    EXPECT_TRUE(Trial(Diff("a.c", kHunk, ids), {{"a.c", after}})
                    .change().already_applied);
}

TEST(LineEnds, AreThoseOfTheFile)
{
    Trial trial(Diff("a.c", "@@ -1,2 +1,2 @@\n-a\n+A\n b\n"),
                {{"a.c", "a\r\nb\r\n"}});
    EXPECT_EQ(trial.error(), "");
    EXPECT_EQ(trial.Written()["a.c"], "A\r\nb\r\n");
}

std::string Rename(const std::string &from, const std::string &to)
{
    return "diff --git a/" + from + " b/" + to +
           "\nsimilarity index 100%\nrename from " + from + "\nrename to " +
           to + "\n";
}

TEST(Renames, LeaveTheirPlaceToANewFile)
{
    std::string made = "diff --git a/a.c b/a.c\nnew file mode 100644\n"
                       "--- /dev/null\n+++ b/a.c\n@@ -0,0 +1 @@\n+new\n";
    Files expected = {{"a.c", "new\n"}, {"b.c", "old\n"}};
    EXPECT_EQ(Trial(made + Rename("a.c", "b.c"), {{"a.c", "old\n"}})
                  .Written(), expected);
    EXPECT_EQ(Trial(Rename("a.c", "b.c") + made, {{"a.c", "old\n"}})
                  .Written(), expected);
}

TEST(Renames, MayChangePlaces)
{
    Trial trial(Rename("a.c", "b.c") + Rename("b.c", "a.c"),
                {{"a.c", "a\n"}, {"b.c", "b\n"}});
    EXPECT_EQ(trial.error(), "");
    EXPECT_EQ(trial.Written(), (Files{{"a.c", "b\n"}, {"b.c", "a\n"}}));
}

TEST(Renames, DoNotReplaceAFile)
{
    Trial trial(Rename("a.c", "b.c"), {{"a.c", "a\n"}, {"b.c", "b\n"}});
    EXPECT_TRUE(Has(trial.error(), "a file of that name")) << trial.error();
}

TEST(Copies, KeepWhatTheyCopy)
{
    Trial trial("diff --git a/a.c b/b.c\nsimilarity index 50%\n"
                "copy from a.c\ncopy to b.c\n--- a/a.c\n+++ b/b.c\n"
                "@@ -1 +1 @@\n-a\n+b\n",
                {{"a.c", "a\n"}});
    EXPECT_EQ(trial.Written(), (Files{{"b.c", "b\n"}}));
}

TEST(Modes, ChangeWithoutALine)
{
    Trial trial("diff --git a/a.sh b/a.sh\nold mode 100644\n"
                "new mode 100755\n", {{"a.sh", "x\n"}});
    EXPECT_EQ(trial.error(), "");
    EXPECT_EQ(trial.change().new_mode, 0100755u);
    EXPECT_EQ(trial.Written(), (Files{{"a.sh", "x\n"}}));
}

TEST(Deletions, OfAFileThatIsGoneAreDone)
{
    std::string gone = "diff --git a/a.c b/a.c\ndeleted file mode 100644\n"
                       "--- a/a.c\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n";
    EXPECT_TRUE(Trial(gone, {}).change().already_applied);
    EXPECT_TRUE(Has(Trial(gone, {{"a.c", "other\n"}}).error(),
                    "does not fit"));
}

TEST(BinaryPatches, MakeAFileWhoseIdProvesIt)
{
    std::string made = std::string("\0\1\2\3 new", 8);
    std::string diff = "diff --git a/y.bin b/y.bin\nnew file mode 100644\n"
                       "index 0000000.." + BlobId(made) + "\n"
                       "GIT binary patch\nliteral 8\n"
                       "PcmZQzWMWpxODzWg12qA0\n\nliteral 0\nHcmV?d00001\n\n";
    Trial trial(diff, {});
    EXPECT_EQ(trial.error(), "");
    EXPECT_EQ(trial.Written()["y.bin"], made);
    EXPECT_EQ(PrintPatch(*ParsePatch(diff, "test")), diff);
    EXPECT_TRUE(Has(Trial(Replaced(diff, "PcmZ", "PcmY"), {}).error(),
                    "damaged"));
}

}  // namespace
}  // namespace laio
