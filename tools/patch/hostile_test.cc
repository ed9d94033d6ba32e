// Input that was made to hurt: it must be refused or failed, and soon.

#include <gtest/gtest.h>

#include "tools/patch/salvage.h"

namespace laio {
namespace {

constexpr const char *kHeader =
    "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n";

Result<SalvageResult> Try(const std::string &text, const std::string &before,
                          const SalvageOptions &options = {})
{
    auto mails = DecodeMail(text, "mail");
    EXPECT_TRUE(mails);
    MemoryTree tree;
    tree.Put("a.c", before);
    return Salvage(mails->front(), tree, options);
}

std::string Repeat(const std::string &text, int count)
{
    std::string out;
    for (int i = 0; i < count; i++) {
        out += text;
    }
    return out;
}

TEST(HostileMail, WithAHundredThousandHunksIsRead)
{
    std::string text = kHeader;
    for (int i = 0; i < 100'000; i++) {
        std::string line = std::to_string(i + 1);
        text += "@@ -" + line + " +" + line + " @@\n-x\n+y\n";
    }
    auto result = Try(text, Repeat("x\n", 100'000));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->files[0].after, Repeat("y\n", 100'000));
}

TEST(HostileMail, WithMoreFilesThanAnybodyHasIsRefused)
{
    auto result = Try(Repeat(kHeader, 60'000), "a\n");
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message.find("more than 50000 files"),
              std::string::npos);
}

TEST(HostileMail, OfMoreWordsThanAnyPatchHasIsRefused)
{
    auto result = Try(std::string(kHeader) + "@@ -1 +1 @@\n-a\n+b\n" +
                          Repeat("a b c d e f g\n", 700'000),
                      "a\n");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message,
              "mail:1: a mail of more than 5000000 words and lines is not "
              "searched for a patch; cut it into several");
}

TEST(HostileMail, WithOneLargeFileManyTimesIsRefused)
{
    auto result = Try(Repeat(kHeader + std::string("@@ -1 +1 @@\n-a\n+b\n"),
                             30),
                      "a\n" + std::string(9'000'000, 'x'));
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message.find("more than 536870912 bytes"),
              std::string::npos);
}

TEST(HostileMail, OfManyFilesThatAreMuchWorkIsGivenUp)
{
    std::string file = "> diff --git a/a.c b/a.c > --- a/a.c > +++ b/a.c > "
                       "@@ -1,40 +1,80 @@ " + Repeat("> + x x ", 200);
    auto result = Try(Repeat(file, 50) + "\n", Repeat("x\n", 200),
                      {.max_work = 200'000});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->files.front().grade, Grade::kFailed);
    EXPECT_NE(result->files.back().reason.find("not tried after so much work"),
              std::string::npos);
}

TEST(HostileMail, WhoseHunksGoBackAndForthIsGivenUp)
{
    std::string text = kHeader;
    for (int i = 0; i < 2'000; i++) {
        text += "@@ -1 +1 @@\n-a\n+b\n@@ -1 +1 @@\n-z\n+b\n";
    }
    auto result = Try(text, "a\n" + Repeat("x\n", 50'000) + "z\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->files[0].grade, Grade::kFailed);
}

TEST(HostileMail, WithAHugeLineIsRead)
{
    std::string huge(5'000'000, 'x');
    auto result = Try(std::string(kHeader) + "@@ -1 +1 @@\n-a\n+" + huge + "\n",
                      "a\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->files[0].after, huge + "\n");
}

TEST(HostileMail, ThatAnnouncesMoreThanItHasFails)
{
    auto result = Try(std::string(kHeader) +
                          "@@ -1,100000000 +1,100000000 @@\n a\n",
                      "a\n");
    ASSERT_TRUE(result);
    EXPECT_EQ(result->files[0].grade, Grade::kFailed);
}

TEST(HostileMail, ThatFitsNowhereInAMonotonousFileFails)
{
    std::string hunk = "> @@ -1,60 +1,61 @@\n" + Repeat("> x\n", 30) +
                       "> +y\n" + Repeat("> x\n", 29) + "> z\n";
    auto result = Try("> diff --git a/a.c b/a.c\n> --- a/a.c\n> +++ b/a.c\n" +
                          hunk,
                      Repeat("x\n", 3000));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->files[0].grade, Grade::kFailed);
}

TEST(HostileMail, ThatCanBeReadInCountlessWaysIsGivenUp)
{
    std::string flat = "diff --git a/a.c b/a.c --- a/a.c +++ b/a.c "
                       "@@ -1,40 +1,80 @@ " + Repeat("+ x x ", 200);
    auto result = Try(flat + "\n", Repeat("x\n", 200));
    ASSERT_TRUE(result);
    EXPECT_NE(result->files[0].grade, Grade::kExact);
}

TEST(HostileMail, OfQuoteMarksAloneHasNoPatch)
{
    EXPECT_FALSE(Try(Repeat("> ", 200'000) + "\n", "a\n"));
    EXPECT_FALSE(Try(Repeat("> wrote:\n", 50'000), "a\n"));
}

}  // namespace
}  // namespace laio
