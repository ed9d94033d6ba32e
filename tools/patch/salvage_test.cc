#include "tools/patch/salvage.h"

#include <gtest/gtest.h>

#include "tools/git/scratch_repository.h"
#include "tools/patch/parse.h"

namespace laio {
namespace {

MemoryTree Files(std::map<std::string, std::string> files)
{
    return MemoryTree(std::move(files));
}

constexpr const char *kBefore =
    "#include \"a.h\"\n\nint first(int a)\n{\n    if (a > 0) {\n"
    "        return a;\n    }\n    return 0;\n}\n";
constexpr const char *kAfter =
    "#include \"a.h\"\n\nint first(int a)\n{\n    if (a > 0) {\n"
    "        call(a,\n             2);\n        return a + 1;\n    }\n"
    "    return 0;\n}\n";

std::string Diff(const std::string &before = kBefore,
                 const std::string &after = kAfter)
{
    return "diff --git a/a.c b/a.c\nindex " + BlobId(before).substr(0, 7) +
           ".." + BlobId(after).substr(0, 7) +
           " 100644\n--- a/a.c\n+++ b/a.c\n"
           "@@ -4,5 +4,7 @@ int first(int a)\n {\n     if (a > 0) {\n"
           "-        return a;\n+        call(a,\n+             2);\n"
           "+        return a + 1;\n     }\n     return 0;\n";
}

std::string Replace(std::string text, const std::string &what,
                    const std::string &by)
{
    std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

std::string Quoted(const std::string &text, const std::string &mark)
{
    std::string out = mark;
    for (char c : text.substr(0, text.size() - 1)) {
        out += c;
        if (c == '\n') {
            out += mark;
        }
    }
    return out + "\n";
}

std::string Flat(const std::string &text)
{
    std::string out;
    bool blank = false;
    for (char c : text) {
        bool is_blank = c == ' ' || c == '\n' || c == '\t';
        if (blank && !is_blank && !out.empty()) {
            out += ' ';
        }
        blank = is_blank;
        if (!is_blank) {
            out += c;
        }
    }
    return out + "\n";
}

Result<SalvageResult> Try(const std::string &text, const Tree &tree)
{
    auto mails = DecodeMail(text, "mail");
    EXPECT_TRUE(mails);
    return Salvage(mails->front(), tree);
}

SalvagedFile File(const std::string &text,
                  const Tree &tree = Files({{"a.c", kBefore}}))
{
    auto result = Try(text, tree);
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return result ? result->files.at(0) : SalvagedFile();
}

TEST(Salvage, ProvesAnIntactPatchByItsBlobId)
{
    SalvagedFile file = File("why\n---\n" + Diff());
    EXPECT_EQ(file.grade, Grade::kExact);
    EXPECT_EQ(file.after, kAfter);
    EXPECT_EQ(file.before, kBefore);
    EXPECT_EQ(file.result_id, BlobId(kAfter));
}

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
