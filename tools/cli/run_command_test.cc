// laio run from outside: what a user types, prints and exit statuses. The
// sandbox has tests of its own; these run where a sandbox may not.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tools/cli/command_testing.h"

namespace laio {
namespace {

using nlohmann::json;

class RunCommandTest : public CommandTest {};

TEST_F(RunCommandTest, JudgesAShippedSubjectAsPassing)
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

TEST_F(RunCommandTest, ExitsWithOneWhenAPromiseIsBroken)
{
    ProcessResult result = Laio({"run", "--no-sandbox", "--filter",
                                 "ring/nested-poll/*", "ring-v1"});

    EXPECT_EQ(result.exit_status, 1);
    EXPECT_NE(result.out.find("<-- broken here"), std::string::npos)
        << result.out << result.err;
}

TEST_F(RunCommandTest, PutsManySubjectsIntoOneTable)
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

TEST_F(RunCommandTest, SpeaksToContinuousIntegration)
{
    ProcessResult result = Laio({"run", "--no-sandbox", "--tap", "--junit",
                                 "junit.xml", "--filter", "loop/idle/*",
                                 "ours"});

    EXPECT_EQ(result.exit_status, 0) << result.err;
    EXPECT_EQ(result.out,
              "TAP version 13\n1..1\n"
              "ok 1 - ours: loop/idle/costs-nothing\n");
    EXPECT_NE(Read("junit.xml").find("loop/idle/costs-nothing"),
              std::string::npos);
}

TEST_F(RunCommandTest, CompilesAFileOfTheCallers)
{
    Put("mine.c", ReadAll(Runfile("block/subjects/getevents.c")));

    ProcessResult result = Laio({"run", "--no-sandbox", "--json", "--filter",
                                 "ring/nested-poll/*", "mine.c"});

    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    EXPECT_EQ(Json(result)["subject"], "mine.c");
}

TEST_F(RunCommandTest, SaysLoudlyThatThereIsNoSandbox)
{
    ProcessResult result = Laio({"run", "--no-sandbox", "--list"});

    EXPECT_NE(result.err.find("WARNING: --no-sandbox"), std::string::npos);
}

TEST_F(RunCommandTest, ASourceThatDoesNotCompileIsBadInput)
{
    Put("broken.c", ReadAll(Runfile("block/subjects/getevents.c")) +
                        "int broken(\n");

    ProcessResult result = Laio({"run", "--no-sandbox", "broken.c"});

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("error: "), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("broken.c:"), std::string::npos) << result.err;
}

TEST_F(RunCommandTest, OneThatDoesNotCompileCostsTheOthersNothing)
{
    Put("broken.c", ReadAll(Runfile("block/subjects/getevents.c")) +
                        "int broken(\n");

    ProcessResult result =
        Laio({"run", "--no-sandbox", "--junit", "nowhere/junit.xml",
              "--filter", "ring/nested-poll/own*", "broken.c", "ours"});

    EXPECT_NE(result.err.find("broken.c:"), std::string::npos) << result.err;
    EXPECT_NE(result.out.find("1 pass"), std::string::npos) << result.out;
    EXPECT_EQ(result.exit_status, 4);
    EXPECT_NE(result.err.find("junit.xml: No such file or directory"),
              std::string::npos)
        << result.err;
}

TEST_F(RunCommandTest, AFileWithoutLaioInitIsBadInput)
{
    Put("other.c", "int other;\n");

    ProcessResult result = Laio({"run", "--no-sandbox", "other.c"});

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_NE(result.err.find("laio_init"), std::string::npos) << result.err;
}

TEST_F(RunCommandTest, WithoutASubjectIsAUsageError)
{
    EXPECT_EQ(Laio({"run", "--no-sandbox"}).exit_status, 2);
}

TEST_F(RunCommandTest, ACompilerThatIsMissingIsTheEnvironments)
{
    Put("mine.c", ReadAll(Runfile("block/subjects/getevents.c")));

    ProcessResult result = Run({"env", "PATH=/nonexistent", laio_, "run",
                                "--no-sandbox", "mine.c"});

    EXPECT_EQ(result.exit_status, 4);
    EXPECT_NE(result.err.find("no `cc` on PATH"), std::string::npos)
        << result.err;
}

TEST_F(RunCommandTest, ListsScenariosAndTraits)
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

TEST_F(RunCommandTest, GitBisectRunFindsTheCommitThatBreaksAPromise)
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

    // How git says so differs between its releases.
    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    EXPECT_EQ(
        Run({"git", "log", "-1", "--format=%s", "refs/bisect/bad"}).out,
        "the culprit\n")
        << result.out;
}

TEST_F(RunCommandTest, ForBisectPassesOverWhatCannotBeJudged)
{
    Put("broken.c", ReadAll(Runfile("block/subjects/getevents.c")) +
                        "int broken(\n");

    EXPECT_EQ(Laio({"run", "--no-sandbox", "--bisect", "broken.c"})
                  .exit_status,
              125);
    EXPECT_EQ(Laio({"run", "--no-sandbox", "--bisect"}).exit_status, 130);
}

}  // namespace
}  // namespace laio
