// laio review from outside: mails on a small repository, whole reports.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tools/base/process.h"
#include "tools/cli/command_testing.h"

namespace laio {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class ReviewCommandTest : public CommandTest {
 protected:
    // What `git format-patch` makes of giving `path` the content `text`.
    std::string MailOfChange(const std::string &path, const std::string &text)
    {
        Put(path, text);
        Git({"commit", "-q", "-a", "-s", "-m", "change a file"});
        std::string mail = Git({"format-patch", "-1", "--stdout"});
        Git({"reset", "-q", "--hard", "HEAD~1"});
        return mail;
    }
};

TEST_F(ReviewCommandTest, ShowsAPromiseThatThePatchBreaks)
{
    MakeTree();
    Put("mail", MailOfChange("block/linux-aio.c",
                             ReadAll(Runfile("block/subjects/ring-v1.c"))));

    ProcessResult result = Laio(
        {"review", "--no-sandbox", "--json", "-o", "out", "mail"});

    json review = Json(result);
    EXPECT_EQ(result.exit_status, 1) << result.err;
    EXPECT_EQ(review["salvage"]["files"][0]["grade"], "EXACT");
    EXPECT_TRUE(review["apply"]["applies"]);
    EXPECT_TRUE(review["compile"]["after"]["ok"]);
    EXPECT_TRUE(review["next_version"].is_null());  // the style is clean
    EXPECT_TRUE(review["style"]["before"].contains("total"));
    auto verdict = [&](const char *side) -> std::string {
        for (const json &scenario : review["run"][side]["scenarios"]) {
            if (scenario["name"] == "ring/nested-poll/each-event-once") {
                return scenario["verdict"];
            }
        }
        return "absent";
    };
    EXPECT_EQ(verdict("before"), "pass");
    EXPECT_NE(verdict("after"), "pass");
    EXPECT_EQ(review["bench"]["ratios"].size(), 1u);
    for (const char *file : {"report.txt", "report.json", "report.html",
                             "reply.txt", "after/linux-aio.c"}) {
        EXPECT_TRUE(fs::exists(folder_ / "out" / file)) << file;
    }
    EXPECT_NE(Read("out/report.txt").find("<-- broken here"),
              std::string::npos);
}

TEST_F(ReviewCommandTest, GitAmTakesTheNextVersionThatAReviewWrites)
{
    MakeTree();
    Put("mail", MailOfChange("notes.c", "int notes;\n\tint *more[1] ;\n"));

    ProcessResult result = Laio({"review", "-o", "out", "mail"});
    EXPECT_EQ(result.exit_status, 1) << result.out << result.err;
    Git({"am", "-q", "out/v2-0001-change-a-file.patch"});

    EXPECT_EQ(Git({"log", "-1", "--format=%an: %s"}), "A: change a file\n");
    EXPECT_EQ(Read("notes.c").find('\t'), std::string::npos);
    EXPECT_EQ(Laio({"style", "out/v2-0001-change-a-file.patch"}).exit_status,
              0);
}

TEST_F(ReviewCommandTest, GitAmTakesTheNextVersionOfASeriesToo)
{
    MakeTree();
    const std::string added = "int notes;\nint *a = (int*)b;\nint c;\n"
                              "int d;\nint e;\nint *f = (int*)g;\n";
    for (const std::string &text : {added, added + "int *h = (int*)i;\n"}) {
        Put("notes.c", text);
        Git({"commit", "-q", "-a", "-s", "-m", "more notes"});
    }
    Put("series", Git({"format-patch", "-2", "--stdout"}));
    Git({"reset", "-q", "--hard", "HEAD~2"});

    EXPECT_EQ(Laio({"review", "-o", "out", "series"}).exit_status, 1);

    Git({"am", "-q", "out/v2-0001-more-notes.patch",
         "out/v2-0002-more-notes.patch"});
    EXPECT_EQ(Read("notes.c"),
              "int notes;\nint *a = (int *)b;\nint c;\nint d;\nint e;\n"
              "int *f = (int*)g;\nint *h = (int *)i;\n");
}

TEST_F(ReviewCommandTest, LeavesNothingOfAnEarlierReviewInItsFolder)
{
    MakeTree();
    Put("dirty", MailOfChange("notes.c", "int notes;\n\tint *more[1] ;\n"));
    Put("clean", MailOfChange("notes.c", "int notes;\nint more;\n"));
    Put("out/v2-0001-mine.patch", "mine");
    ASSERT_EQ(Laio({"review", "-o", "out", "dirty"}).exit_status, 1);
    ASSERT_TRUE(fs::exists(folder_ / "out/v2-0001-change-a-file.patch"));

    EXPECT_EQ(Laio({"review", "-o", "out", "clean"}).exit_status, 0);

    EXPECT_FALSE(fs::exists(folder_ / "out/v2-0001-change-a-file.patch"));
    EXPECT_EQ(Read("out/v2-0001-mine.patch"), "mine");
}

TEST_F(ReviewCommandTest, NamesThePatchOfASeriesThatBreaks)
{
    MakeTree();
    Put("notes.c", "int notes;\nint more;\n");
    Git({"commit", "-q", "-a", "-s", "-m", "more notes"});
    Put("block/linux-aio.c", "int broken(\n" +
                                 ReadAll(Runfile("block/subjects/"
                                                 "getevents.c")));
    Git({"commit", "-q", "-a", "-s", "-m", "break the build"});
    Put("series", Git({"format-patch", "-2", "--stdout"}));
    Git({"reset", "-q", "--hard", "HEAD~2"});

    ProcessResult result = Laio({"review", "--no-sandbox", "--json",
                                 "series"});

    json review = Json(result);
    EXPECT_EQ(result.exit_status, 1) << result.err;
    ASSERT_EQ(review["patches"].size(), 2u) << result.out;
    EXPECT_FALSE(review["patches"][0]["first_to_break"]);
    EXPECT_TRUE(review["patches"][1]["first_to_break"]);
    EXPECT_FALSE(review["patches"][1]["compile"]["ok"]);
}

TEST_F(ReviewCommandTest, OfAnotherFileSaysThatNothingWasRun)
{
    MakeTree();
    Put("mail", MailOfChange("notes.c", "int notes;\nint more;\n"));

    ProcessResult result = Laio({"review", "--json", "mail"});

    json review = Json(result);
    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    EXPECT_TRUE(review["run"]["after"].is_null());
    EXPECT_TRUE(review["next_version"].is_null());
    EXPECT_NE(review["notes"].dump().find("nothing was compiled"),
              std::string::npos);
}

TEST_F(ReviewCommandTest, ReadsStdinForADash)
{
    MakeTree();
    std::string mail = MailOfChange("notes.c", "int notes;\nint more;\n");

    ProcessOptions options;
    options.directory = folder_;
    options.input = mail;
    Result<ProcessResult> result =
        RunProcess({laio_, "review", "-"}, options);

    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->exit_status, 0) << result->err;
}

struct BadMail {
    const char *what;
    const char *text;
};

class BadMailTest : public ReviewCommandTest,
                    public testing::WithParamInterface<BadMail> {};

TEST_P(BadMailTest, IsAnErrorThatNamesTheInput)
{
    MakeTree();
    Put("the-mail", GetParam().text);

    ProcessResult result = Laio({"review", "the-mail"});

    EXPECT_EQ(result.exit_status, 3) << result.out;
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err.find("laio review: "), 0u) << result.err;
    EXPECT_NE(result.err.find(GetParam().what), std::string::npos)
        << result.err;
}

INSTANTIATE_TEST_SUITE_P(
    Matrix, BadMailTest,
    testing::Values(
        BadMail{"the-mail", ""},
        BadMail{"the-mail", "From: a@example.org\nSubject: hello\n\nHello.\n"},
        BadMail{"no/such/file.c",
                "diff --git a/no/such/file.c b/no/such/file.c\n"
                "--- a/no/such/file.c\n+++ b/no/such/file.c\n"
                "@@ -1,1 +1,2 @@\n int a;\n+int b;\n"}));

TEST_F(ReviewCommandTest, OutsideOfACheckoutAsksForATree)
{
    Put("mail", "diff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n"
                "@@ -1,1 +1,2 @@\n int a;\n+int b;\n");

    ProcessResult result = Run({"env", "GIT_CEILING_DIRECTORIES=/", laio_,
                                "review", "--tree", "/usr", "mail"});

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_NE(result.err.find("/usr"), std::string::npos) << result.err;
}

TEST_F(ReviewCommandTest, AMailThatIsNotThereIsBadInput)
{
    MakeTree();

    ProcessResult result = Laio({"review", "nowhere"});

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_NE(result.err.find("cannot read nowhere: No such file"),
              std::string::npos)
        << result.err;
}

}  // namespace
}  // namespace laio
