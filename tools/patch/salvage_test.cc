// How a patch is read out of what arrived.

#include <gtest/gtest.h>

#include "tools/patch/parse.h"
#include "tools/patch/salvage_testing.h"

namespace laio {
namespace {

TEST(Salvage, LearnsHowThePatchIsQuoted)
{
    for (const char *mark : {"> ", ">> ", "> > ", ">", "| ", "Ann> ", "    "}) {
        SalvagedFile file = File("Ann wrote:\n" + Quoted(Diff(), mark));
        EXPECT_EQ(file.grade, Grade::kExact) << mark;
        EXPECT_EQ(file.after, kAfter) << mark;
    }
}

TEST(Salvage, ReadsTextThatLostItsLineBreaksAndRunsOfBlanks)
{
    SalvagedFile file = File("Ann wrote: " + Flat(Quoted(Diff(), "> ")));
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, kAfter);
}

TEST(Salvage, ReadsUnquotedTextThatLostItsLineBreaks)
{
    SalvagedFile file = File(Flat(Diff()));
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, kAfter);
}

TEST(Salvage, GuessesTheLayoutWhenNoIdCanProveIt)
{
    std::string diff = Replace(Diff(), "index ", "Index-was-here ");
    SalvagedFile file = File(Flat(Quoted(diff, "> ")));
    EXPECT_EQ(file.grade, Grade::kGuessed);
    EXPECT_EQ(file.after, kAfter);
    ASSERT_EQ(file.uncertain.size(), 3u);
    EXPECT_EQ(file.uncertain[0].line, 6);
    EXPECT_EQ(file.uncertain[0].text, "        call(a,");
    EXPECT_FALSE(file.uncertain[0].alternatives.empty());
}

TEST(Salvage, FindsAForeignStyleByTheBlobId)
{
    std::string after = kBefore;
    after += "\nstruct S {\n\tint\tid;\t/* One.  Two. */\n};\n";
    std::string diff = Diff(kBefore, after);
    diff = diff.substr(0, diff.find("@@")) +
           "@@ -8,2 +8,6 @@ int first(int a)\n     return 0;\n }\n+\n"
           "+struct S {\n+\tint\tid;\t/* One.  Two. */\n+};\n";
    SalvagedFile file = File(Flat(Quoted(diff, "> ")));
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, after);
    EXPECT_GT(file.candidates, 1u);
    EXPECT_LT(file.false_positive, 1e-3);
}

TEST(Salvage, JoinsWrappedLines)
{
    std::string diff = Replace(Diff(), "+        return a + 1;",
                               "+        return a\n+ 1;");
    // The rest of the line looks like a line; only the counts tell.
    SalvagedFile file = File(diff);
    EXPECT_EQ(file.grade, Grade::kExact) << file.reason;
    EXPECT_EQ(file.after, kAfter);
}

TEST(Salvage, TellsCommentsFromTheRestOfAWrappedLine)
{
    std::string quoted = Quoted(Diff(), "> ");
    std::string wrapped = Replace(quoted, "return a + 1;", "return a +\n1;");
    EXPECT_EQ(File(wrapped).after, kAfter);
    std::string commented = Replace(quoted, "> +        return a + 1;\n",
                                    "> +        return a + 1;\n\nWhy 1?\n\n");
    auto result = Try(commented, Files({{"a.c", kBefore}}));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->files[0].after, kAfter);
    ASSERT_EQ(result->comments.size(), 1u);
    EXPECT_EQ(result->comments[0].text, "Why 1?");
    EXPECT_EQ(result->comments[0].path, "a.c");
    EXPECT_EQ(result->comments[0].line, 8);
    EXPECT_EQ(result->comments[0].hunk, 1);
}

TEST(Salvage, JoinsWhatAMailerCutOffTheCommitMessage)
{
    std::string text =
        "From: Rita <rita@example.org>\nSubject: Re: [PATCH] s\n\n"
        "On 13/07/2016 17:25, Ann Author <ann@x.org> wrote:\n"
        "> Every batch of completions costs a system call and they\nwait\n"
        "> for it.\nSo what?\n> ---\n" +
        Quoted(Diff(), "> ");
    auto result = Try(text, Files({{"a.c", kBefore}}));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->message,
              "Every batch of completions costs a system call and they wait\n"
              "for it.\n");
    ASSERT_EQ(result->comments.size(), 1u);
    EXPECT_EQ(result->comments[0].text, "So what?");
}

TEST(Salvage, DoesNotTakeTheRestOfAHunkHeaderForAComment)
{
    std::string section = "int first(int a, int the_second_one_of_them, int b,";
    std::string quoted = Quoted(Diff(), "> ");
    std::string broken =
        Replace(quoted, "int first(int a)\n", section + "\nint third)\n");
    auto result = Try(broken, Files({{"a.c", kBefore}}));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->files[0].after, kAfter);
    EXPECT_TRUE(result->comments.empty());
}

TEST(Salvage, KnowsWhoSaidWhat)
{
    std::string text = "From: Rita <rita@example.org>\nSubject: Re: [PATCH] s\n"
                       "\nOn 13/07/2016 17:25, Ann Author wrote:\n" +
                       Quoted("why\n\nSigned-off-by: Ann Author <ann@x.org>\n"
                              "---\n", "> ") +
                       "\nNice.\n\n" + Quoted(Diff(), "> ");
    auto result = Try(text, Files({{"a.c", kBefore}}));
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_EQ(result->author, "Ann Author <ann@x.org>");
    EXPECT_EQ(result->subject, "[PATCH] s");
    EXPECT_EQ(result->date, "Wed, 13 Jul 2016 17:25:00 +0000");
    EXPECT_EQ(result->message,
              "why\n\nSigned-off-by: Ann Author <ann@x.org>\n");
    ASSERT_EQ(result->comments.size(), 1u);
    EXPECT_EQ(result->comments[0].author, "Rita <rita@example.org>");
    EXPECT_EQ(result->comments[0].about, "commit message");
}

TEST(Salvage, TakesNoDiffThatTheMessageShowsForThePatch)
{
    std::string header = "From: Ann <ann@x.org>\nSubject: [PATCH] s\n\n";
    std::string message = "It was:\n\n    diff --git a/b.c b/b.c\n"
                          "    @@ -1 +1 @@\n    -a\n    +b\n\n---\n";
    for (const char *mark : {"", "> "}) {
        auto result = Try(header + Quoted(message + Diff(), mark),
                          Files({{"a.c", kBefore}}));
        ASSERT_TRUE(result) << result.error().message;
        ASSERT_EQ(result->files.size(), 1u);
        EXPECT_EQ(result->files[0].after, kAfter);
        EXPECT_NE(result->message.find("\n    -a\n"), std::string::npos)
            << result->message;
    }
}

TEST(Salvage, TakesNoMailersSignatureForARemark)
{
    for (const char *mark : {"-- ", "--"}) {
        std::string text =
            "From: Rita <rita@example.org>\nSubject: Re: [PATCH] s\n\n" +
            Quoted(Diff(), "> ") + "\nWhy 1?\n\n" + mark +
            "\nRita, of Example\n";
        auto result = Try(text, Files({{"a.c", kBefore}}));
        ASSERT_TRUE(result) << result.error().message;
        ASSERT_EQ(result->comments.size(), 1u) << mark;
        EXPECT_EQ(result->comments[0].text, "Why 1?") << mark;
    }
}

TEST(Salvage, WritesAPatchThatIsReadBack)
{
    auto result = Try(Flat(Quoted(Diff(), "> ")),
                      Files({{"a.c", kBefore}}));
    ASSERT_TRUE(result);
    auto parsed = ParsePatch(result->patch_text, "p");
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(PrintPatch(*parsed), result->patch_text);
    EXPECT_EQ(PrintFilePatch(parsed->files[0]), Diff());
    EXPECT_FALSE(result->subject_known);
}

TEST(SalvageSeries, BuildsEachPatchOnTheOneBefore)
{
    std::string last = Replace(kAfter, "return 0", "return 9");
    std::string second =
        "diff --git a/a.c b/a.c\nindex " + BlobId(kAfter).substr(0, 7) + ".." +
        BlobId(last).substr(0, 7) +
        " 100644\n--- a/a.c\n+++ b/a.c\n@@ -9,3 +9,3 @@\n     }\n"
        "-    return 0;\n+    return 9;\n }\n";
    std::string box;
    for (const std::string &body : {std::string("cover\n"), Diff(), second}) {
        box += "From x Mon Sep 17 00:00:00 2001\nFrom: A <a@x.org>\n\n" +
               body + "\n";
    }
    auto results = SalvageSeries(*DecodeMail(box, "box"),
                                 Files({{"a.c", kBefore}}));
    ASSERT_TRUE(results) << results.error().message;
    ASSERT_EQ(results->size(), 2u);
    EXPECT_EQ((*results)[1].files[0].grade, Grade::kExact);
    EXPECT_EQ((*results)[1].files[0].after, last);
}

}  // namespace
}  // namespace laio
