// The command line from outside: what a user types, prints and exit statuses.
//
// Inputs are made here: a small git repository, mails, and the subjects that
// ship. The sandbox has tests of its own; these run where a sandbox may not.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tools/base/process.h"
#include "tools/cpp/runfiles/runfiles.h"

namespace laio {
namespace {

namespace fs = std::filesystem;
using bazel::tools::cpp::runfiles::Runfiles;
using nlohmann::json;

std::string Runfile(const std::string &name)
{
    std::string why;
    std::unique_ptr<Runfiles> runfiles(Runfiles::CreateForTest(&why));
    EXPECT_TRUE(runfiles) << why;
    return runfiles->Rlocation("laio/" + name);
}

std::string ReadAll(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

class CommandLineTest : public testing::Test {
 protected:
    CommandLineTest()
        : folder_(fs::path(testing::TempDir()) /
                  testing::UnitTest::GetInstance()
                      ->current_test_info()->name())
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    }

    void Put(const std::string &name, const std::string &text)
    {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }

    ProcessResult Run(std::vector<std::string> argv)
    {
        ProcessOptions options;
        options.directory = folder_;
        // A review judges two files; one that crashes often takes TSan minutes.
        options.timeout = std::chrono::minutes(10);
        Result<ProcessResult> result = RunProcess(argv, options);
        EXPECT_TRUE(result.ok());
        return result.ok() ? *std::move(result) : ProcessResult{};
    }

    ProcessResult Laio(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), laio_);
        return Run(std::move(arguments));
    }

    json Json(const ProcessResult &result)
    {
        json parsed = json::parse(result.out, nullptr, false);
        EXPECT_FALSE(parsed.is_discarded()) << result.out << result.err;
        return parsed;
    }

    std::string Git(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(),
                         {"git", "-c", "user.name=A", "-c",
                          "user.email=a@example.org"});
        ProcessResult result = Run(arguments);
        EXPECT_EQ(result.exit_status, 0) << result.err;
        return result.out;
    }

    // A repository with the `getevents` subject as block/linux-aio.c.
    void MakeTree()
    {
        Git({"init", "-q", "."});
        Put("block/linux-aio.c",
            ReadAll(Runfile("block/subjects/getevents.c")));
        Put("notes.c", "int notes;\n");
        Git({"add", "."});
        Git({"commit", "-q", "-m", "start"});
    }

    // What `git format-patch` makes of giving `path` the content `text`.
    std::string MailOfChange(const std::string &path, const std::string &text)
    {
        Put(path, text);
        Git({"commit", "-q", "-a", "-s", "-m", "change a file"});
        std::string mail = Git({"format-patch", "-1", "--stdout"});
        Git({"reset", "-q", "--hard", "HEAD~1"});
        return mail;
    }

    fs::path folder_;
    std::string laio_ = Runfile("tools/cli/laio");
};

TEST_F(CommandLineTest, RunJudgesAShippedSubjectAsPassing)
{
    ProcessResult result =
        Laio({"run", "--no-sandbox", "--json", "ours"});

    json run = Json(result);
    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    EXPECT_EQ(run["subject"], "ours");
    EXPECT_GT(run["total"]["pass"], 10);
    for (const char *member : {"name", "verdict", "detail", "trace"}) {
        EXPECT_TRUE(run["scenarios"][0].contains(member)) << member;
    }
}

TEST_F(CommandLineTest, RunExitsWithOneWhenAPromiseIsBroken)
{
    ProcessResult result = Laio({"run", "--no-sandbox", "--filter",
                                 "ring/nested-poll/*", "ring-v1"});

    EXPECT_EQ(result.exit_status, 1);
    EXPECT_NE(result.out.find("<-- broken here"), std::string::npos)
        << result.out << result.err;
}

TEST_F(CommandLineTest, RunPutsManySubjectsIntoOneTable)
{
    Put("broken.c", ReadAll(Runfile("block/subjects/getevents.c")) +
                        "int broken(\n");

    ProcessResult result =
        Laio({"run", "--no-sandbox", "--matrix", "--repeat", "2", "--filter",
              "ring/nested-poll/own*", "ring-v1", "broken.c", "ours"});

    EXPECT_EQ(result.exit_status, 1);
    EXPECT_NE(result.out.find("ring/nested-poll/own-event-is-over  F .\n"),
              std::string::npos)
        << result.out << result.err;
    EXPECT_NE(result.out.find("broken.c does not compile"),
              std::string::npos);
}

TEST_F(CommandLineTest, RunSpeaksToContinuousIntegration)
{
    ProcessResult result = Laio({"run", "--no-sandbox", "--tap", "--junit",
                                 "junit.xml", "--filter", "loop/idle/*",
                                 "ours"});

    EXPECT_EQ(result.exit_status, 0) << result.err;
    EXPECT_EQ(result.out,
              "TAP version 13\n1..1\n"
              "ok 1 - ours: loop/idle/costs-nothing\n");
    EXPECT_NE(ReadAll(folder_ / "junit.xml").find("loop/idle/costs-nothing"),
              std::string::npos);
}

TEST_F(CommandLineTest, RunCompilesAFileOfTheCallers)
{
    Put("mine.c", ReadAll(Runfile("block/subjects/getevents.c")));

    ProcessResult result = Laio({"run", "--no-sandbox", "--json", "--filter",
                                 "ring/nested-poll/*", "mine.c"});

    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    EXPECT_EQ(Json(result)["subject"], "mine.c");
}

TEST_F(CommandLineTest, RunSaysLoudlyThatThereIsNoSandbox)
{
    ProcessResult result = Laio({"run", "--no-sandbox", "--list"});

    EXPECT_NE(result.err.find("WARNING: --no-sandbox"), std::string::npos);
}

TEST_F(CommandLineTest, ASourceThatDoesNotCompileIsBadInput)
{
    Put("broken.c", ReadAll(Runfile("block/subjects/getevents.c")) +
                        "int broken(\n");

    ProcessResult result = Laio({"run", "--no-sandbox", "broken.c"});

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("error: "), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("broken.c:"), std::string::npos) << result.err;
}

TEST_F(CommandLineTest, AFileWithoutLaioInitIsBadInput)
{
    Put("other.c", "int other;\n");

    ProcessResult result = Laio({"run", "--no-sandbox", "other.c"});

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_NE(result.err.find("laio_init"), std::string::npos) << result.err;
}

TEST_F(CommandLineTest, RunWithoutASubjectIsAUsageError)
{
    EXPECT_EQ(Laio({"run", "--no-sandbox"}).exit_status, 2);
}

TEST_F(CommandLineTest, ACompilerThatIsMissingIsTheEnvironments)
{
    Put("mine.c", ReadAll(Runfile("block/subjects/getevents.c")));

    ProcessResult result = Run({"env", "PATH=/nonexistent", laio_, "run",
                                "--no-sandbox", "mine.c"});

    EXPECT_EQ(result.exit_status, 4);
    EXPECT_NE(result.err.find("no `cc` on PATH"), std::string::npos)
        << result.err;
}

TEST_F(CommandLineTest, RunListsScenariosAndTraits)
{
    json listed = Json(Laio({"run", "--list", "--json"}));
    EXPECT_GE(listed["scenarios"].size(), 12u);

    ProcessResult traits = Laio({"run", "--traits", "getevents"});
    EXPECT_EQ(traits.exit_status, 0);
    EXPECT_NE(traits.out.find("reaps_from_ring: no"), std::string::npos)
        << traits.out;
    json read = Json(Laio({"run", "--traits", "--json", "ours"}));
    EXPECT_EQ(read["traits"]["reaps_from_ring"], "yes");
}

TEST_F(CommandLineTest, BenchRefusesToWriteUnlessAllowed)
{
    Put("file", std::string(1 << 20, 'x'));

    ProcessResult result = Laio({"bench", "--no-sandbox", "--file", "file",
                                 "--rw", "randwrite"});

    EXPECT_EQ(result.exit_status, 2);
    EXPECT_NE(result.err.find("--allow-write"), std::string::npos);
    EXPECT_EQ(ReadAll(folder_ / "file"), std::string(1 << 20, 'x'));
}

TEST_F(CommandLineTest, BenchPutsTheRingBesideGeteventsAndTheBareLoop)
{
    Put("file", std::string(1 << 20, 'x'));

    ProcessResult result =
        Laio({"bench", "--no-sandbox", "--json", "--file", "file", "--engine",
              "laio", "--engine", "bare", "--poll", "on", "--runtime", "0.02",
              "--warm-up", "0.01", "--repeats", "1"});

    json bench = Json(result);
    ASSERT_EQ(result.exit_status, 0) << result.err;
    ASSERT_EQ(bench["runs"].size(), 4u);
    EXPECT_EQ(bench["runs"][0]["engine"], "laio");
    EXPECT_EQ(bench["runs"][0]["reap"], "ring");
    EXPECT_EQ(bench["runs"][0]["poll"], true);
    EXPECT_EQ(bench["runs"][1]["reap"], "getevents");
    EXPECT_EQ(bench["runs"][2]["engine"], "bare");
    EXPECT_EQ(bench["ratios"].size(), 3u);
    EXPECT_EQ(bench["ratios"][0]["over"], "laio (getevents, poll)");
    EXPECT_GT(bench["host"]["processors"], 0);
}

TEST_F(CommandLineTest, BenchWithoutAWordMeasuresWhatIsInstalled)
{
    ProcessResult result =
        Laio({"bench", "--no-sandbox", "--json", "--file", "new", "--create",
              "1M", "--rw", "randrw", "--runtime", "0.02", "--warm-up",
              "0.01", "--repeats", "1", "--numjobs", "2", "--qd", "2"});

    json bench = Json(result);
    ASSERT_EQ(result.exit_status, 0) << result.err;
    EXPECT_EQ(bench["runs"][0]["numjobs"], 2);
    EXPECT_EQ(bench["runs"].size() + bench["not_measured"].size(), 7u);
    EXPECT_FALSE(fs::exists(folder_ / "new"));
}

TEST_F(CommandLineTest, BenchCreatesNoFileInPlaceOfAnother)
{
    Put("file", "mine");

    ProcessResult result = Laio({"bench", "--no-sandbox", "--file", "file",
                                 "--create", "1M", "--rw", "write"});

    EXPECT_EQ(result.exit_status, 2);
    EXPECT_EQ(ReadAll(folder_ / "file"), "mine");
}

TEST_F(CommandLineTest, BenchOfAMissingFileIsBadInput)
{
    EXPECT_EQ(Laio({"bench", "--file", "nowhere"}).exit_status, 3);
}

TEST_F(CommandLineTest, ReviewShowsAPromiseThatThePatchBreaks)
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
    EXPECT_NE(ReadAll(folder_ / "out/report.txt").find("<-- broken here"),
              std::string::npos);
}

TEST_F(CommandLineTest, GitAmTakesTheNextVersionThatAReviewWrites)
{
    MakeTree();
    Put("mail", MailOfChange("notes.c", "int notes;\n\tint *more[1] ;\n"));

    ProcessResult result = Laio({"review", "-o", "out", "mail"});
    EXPECT_EQ(result.exit_status, 1) << result.out << result.err;
    Git({"am", "-q", "out/v2-0001-change-a-file.patch"});

    EXPECT_EQ(Git({"log", "-1", "--format=%an: %s"}), "A: change a file\n");
    EXPECT_EQ(ReadAll(folder_ / "notes.c").find('\t'), std::string::npos);
    EXPECT_EQ(Laio({"style", "out/v2-0001-change-a-file.patch"}).exit_status,
              0);
}

TEST_F(CommandLineTest, ReviewNamesThePatchOfASeriesThatBreaks)
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

TEST_F(CommandLineTest, GitBisectRunFindsTheCommitThatBreaksAPromise)
{
    MakeTree();
    const std::string good = ReadAll(Runfile("block/subjects/getevents.c"));
    auto commit = [&](const std::string &subject, const std::string &text) {
        Put("block/linux-aio.c", text);
        Git({"commit", "-q", "-a", "-m", subject});
    };
    commit("does not compile", good + "int broken(\n");
    commit("good", good + "/* 1 */\n");
    commit("the culprit", ReadAll(Runfile("block/subjects/ring-v1.c")));
    commit("later", ReadAll(Runfile("block/subjects/ring-v1.c")) + "\n");
    Git({"bisect", "start", "HEAD", "HEAD~4"});

    ProcessResult result =
        Run({"git", "bisect", "run", laio_, "run", "--no-sandbox", "--bisect",
             "--filter", "ring/nested-poll/own*", "block/linux-aio.c"});

    EXPECT_NE(result.out.find("is the first bad commit"), std::string::npos)
        << result.out << result.err;
    EXPECT_NE(result.out.find("    the culprit"), std::string::npos)
        << result.out << result.err;
}

TEST_F(CommandLineTest, RunForBisectPassesOverWhatCannotBeJudged)
{
    Put("broken.c", ReadAll(Runfile("block/subjects/getevents.c")) +
                        "int broken(\n");

    EXPECT_EQ(Laio({"run", "--no-sandbox", "--bisect", "broken.c"})
                  .exit_status,
              125);
    EXPECT_EQ(Laio({"run", "--no-sandbox", "--bisect"}).exit_status, 130);
}

TEST_F(CommandLineTest, ReviewOfAnotherFileSaysThatNothingWasRun)
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

TEST_F(CommandLineTest, ReviewReadsStdinForADash)
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

class BadMailTest : public CommandLineTest,
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

TEST_F(CommandLineTest, ReviewOutsideOfACheckoutAsksForATree)
{
    Put("mail", "diff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n"
                "@@ -1,1 +1,2 @@\n int a;\n+int b;\n");

    ProcessResult result = Run({"env", "GIT_CEILING_DIRECTORIES=/", laio_,
                                "review", "--tree", "/usr", "mail"});

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_NE(result.err.find("/usr"), std::string::npos) << result.err;
}

TEST_F(CommandLineTest, AMailThatIsNotThereIsBadInput)
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
