// Patches to files that nobody has.

#include <gtest/gtest.h>

#include "tools/patch/salvage_testing.h"

namespace laio {
namespace {

SalvageOptions Unchecked()
{
    SalvageOptions options;
    options.unchecked = true;
    return options;
}

TEST(ShownFile, IsTakenAsTheMailShowsItAndClaimsNothing)
{
    auto result = Try("From: Ann <ann@x.org>\nSubject: [PATCH] s\n\nwhy\n"
                      "---\n" + Diff(), MemoryTree(), Unchecked());
    ASSERT_TRUE(result) << result.error().message;
    const SalvagedFile &file = result->files[0];
    EXPECT_EQ(file.grade, Grade::kGuessed);
    EXPECT_NE(file.reason.find("no tree to check it against"),
              std::string::npos);
    EXPECT_FALSE(file.after || file.before);
    EXPECT_EQ(file.insertions, 3);
    EXPECT_NE(result->patch_text.find(Diff()), std::string::npos)
        << result->patch_text;
}

TEST(ShownFile, IsReadOutOfAReplyAndItsRemarksAreKept)
{
    std::string reply = Replace(Quoted(Diff(), "> "), "> -        return a;\n",
                                "> -        return a;\n\nWhy?\n\n");
    auto result = Try(reply, MemoryTree(), Unchecked());
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_NE(result->patch_text.find(Diff()), std::string::npos);
    ASSERT_EQ(result->comments.size(), 1u);
    EXPECT_EQ(result->comments[0].text, "Why?");
}

TEST(ShownFile, FailsWhereItsLinesAreNotWhole)
{
    for (const std::string &text :
         {Flat(Quoted(Diff(), "> ")), Flat(Diff()),
          Replace(Diff(), "+             2);\n", ""),
          Replace(Diff(), "+             2);\n", "+ 2);\n+ 2);\n"),
          Quoted(Replace(Diff(), "call(a,\n", "call(\na,\n"), "> ")}) {
        SalvagedFile file = File(text, MemoryTree(), Unchecked());
        EXPECT_EQ(file.grade, Grade::kFailed) << text;
        EXPECT_NE(file.reason.find("hunk 1"), std::string::npos);
    }
}

TEST(ShownFile, SaysThatAHunkIsMissing)
{
    std::string second = "@@ -40,2 +43,3 @@\n int b;\n+int c;\n int d;\n";
    SalvagedFile file = File(Diff() + second, MemoryTree(), Unchecked());
    EXPECT_EQ(file.grade, Grade::kGuessed);
    EXPECT_NE(file.reason.find("hunk 2 is 1 lines from where"),
              std::string::npos)
        << file.reason;
    second = Replace(second, "+43", "+42");
    file = File(Diff() + second, MemoryTree(), Unchecked());
    EXPECT_EQ(file.reason.find("hunk 2"), std::string::npos) << file.reason;
}

TEST(ShownFile, IsProvenWhereThePatchShowsAllOfIt)
{
    std::string before = "int a;\nint b;\n";
    std::string after = "int a;\nint c;\n";
    std::string diff = Diff(before, after);
    diff = diff.substr(0, diff.find("@@")) +
           "@@ -1,2 +1,2 @@\n int a;\n-int b;\n+int c;\n";
    SalvagedFile file = File(diff, Files({{"b.c", "x\n"}}));
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.before, before);
    EXPECT_EQ(file.after, after);
    SalvagedFile other = File(Replace(diff, " int a;", " int z;"),
                              MemoryTree(), Unchecked());
    EXPECT_EQ(other.grade, Grade::kGuessed);
}

TEST(ShownFile, IsNotTakenForDeletedByThePatchesAfterIt)
{
    std::string box;
    for (int i = 0; i < 2; i++) {
        box += "From x Mon Sep 17 00:00:00 2001\nFrom: A <a@x.org>\n\n" +
               Diff() + "\n";
    }
    auto results = SalvageSeries(*DecodeMail(box, "box"), MemoryTree(),
                                 Unchecked());
    ASSERT_TRUE(results) << results.error().message;
    ASSERT_EQ(results->size(), 2u);
    EXPECT_EQ((*results)[1].files[0].grade, Grade::kGuessed);
}

}  // namespace
}  // namespace laio
