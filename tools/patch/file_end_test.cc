#include <gtest/gtest.h>

#include "tools/git/tree.h"
#include "tools/mail/mail.h"
#include "tools/patch/apply.h"
#include "tools/patch/parse.h"
#include "tools/patch/salvage.h"

namespace laio {
namespace {

constexpr const char *kHeader = "why\n---\ndiff --git a/a.c b/a.c\n";
constexpr const char *kNames = "--- a/a.c\n+++ b/a.c\n";
constexpr const char *kMark = "\\ No newline at end of file\n";

// Also proves that what is printed makes `after`.
SalvagedFile Recovered(const std::string &before, const std::string &diff)
{
    MemoryTree tree({{"a.c", before}});
    Mail mail;
    mail.body = kHeader + diff;
    auto result = Salvage(mail, tree);
    EXPECT_TRUE(result);
    if (!result) {
        return {};
    }
    const SalvagedFile &file = result->files.at(0);
    if (file.grade != Grade::kFailed) {
        auto patch = ParsePatch(result->patch_text, "printed");
        EXPECT_TRUE(patch) << result->patch_text;
        auto changes = ApplyToMemory({*patch}, tree);
        EXPECT_TRUE(changes) << result->patch_text;
        EXPECT_TRUE(changes && changes->at(0).after == file.after);
    }
    return file;
}

TEST(FileEnd, IsWhereTheFilesEnd)
{
    SalvagedFile file = Recovered(
        "a\nb", std::string(kNames) + "@@ -1,2 +1,2 @@\n a\n-b\n" + kMark +
                    "+c\n" + kMark);
    EXPECT_EQ(file.grade, Grade::kConsistent);
    EXPECT_EQ(file.after, "a\nc");
}

TEST(FileEnd, OfAContextLineIsThatOfTheFileThoughTheMailLostIt)
{
    SalvagedFile file = Recovered(
        "a\nb", std::string(kNames) + "@@ -1,2 +1,2 @@\n-a\n+A\n b\n");
    EXPECT_EQ(file.grade, Grade::kConsistent);
    EXPECT_EQ(file.after, "A\nb");
}

TEST(FileEnd, IsNotWhereTheFileGoesOn)
{
    SalvagedFile file = Recovered(
        "a\nb\nc\n",
        std::string(kNames) + "@@ -1,2 +1,2 @@\n-a\n+A\n b\n" + kMark);
    EXPECT_EQ(file.grade, Grade::kFailed);
    EXPECT_EQ(file.reason, "hunk 1 says that the file ends where it goes on");
    EXPECT_FALSE(file.after);
}

TEST(FileEnd, WhereTheFileGoesOnIsForgottenWhenTheBlobIdProvesTheRest)
{
    std::string before = "a\nb\nc\n";
    std::string after = "A\nb\nc\n";
    SalvagedFile file = Recovered(
        before, "index " + BlobId(before).substr(0, 7) + ".." +
                    BlobId(after).substr(0, 7) + " 100644\n" + kNames +
                    "@@ -1,2 +1,2 @@\n-a\n+A\n b\n" + kMark);
    EXPECT_EQ(file.grade, Grade::kExact);
    EXPECT_EQ(file.after, after);
}

TEST(FileEnd, DoesNotMoveUnderALineThatStays)
{
    SalvagedFile file = Recovered(
        "a\nb", std::string(kNames) + "@@ -1,2 +1,3 @@\n a\n b\n+c\n");
    EXPECT_EQ(file.grade, Grade::kFailed);
    EXPECT_EQ(file.reason,
              "hunk 1 leaves a line as it is and gives it a line feed");
}

TEST(Header, ThatChangesNothingIsNoPatch)
{
    SalvagedFile file = Recovered("a\n", "old mode 100644\n");
    EXPECT_EQ(file.grade, Grade::kFailed);
    EXPECT_EQ(file.reason, "it has no hunk");
}

}  // namespace
}  // namespace laio
