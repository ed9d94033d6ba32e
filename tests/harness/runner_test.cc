// The runner as others start it.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/harness/verdict.h"
#include "tools/base/process.h"

namespace laio {
namespace {

using Strings = std::vector<std::string>;

const std::string kHere = "tests/harness/";
const std::string kRingV1 = "block/subjects/ring-v1";
// Fails before any memory is freed: the same verdict under a sanitizer.
const std::string kNested = "ring/nested-poll/own-event-is-over";

ProcessResult Runner(const Strings &arguments)
{
    Strings argv = {kHere + "runner"};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    Result<ProcessResult> result = RunProcess(argv);
    EXPECT_TRUE(result.ok());
    return result.ok() ? *result : ProcessResult();
}

ProcessResult RunSubject(const std::string &subject, const Strings &more)
{
    Strings arguments = {"--subject", subject + ".so", "--source",
                         subject + ".c"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Runner(arguments);
}

RunResult Verdicts(const ProcessResult &process)
{
    Result<RunResult> run =
        RunResultFromJson(nlohmann::json::parse(process.out));
    EXPECT_TRUE(run.ok());
    return run.ok() ? *run : RunResult();
}

TEST(RunnerTest, BrokenPromiseIsMarkedInTheTrace)
{
    ProcessResult process =
        RunSubject(kRingV1, {"--json", "--filter", kNested});

    EXPECT_EQ(process.exit_status, 1);
    RunResult run = Verdicts(process);
    ASSERT_EQ(run.scenarios.size(), 1u);
    EXPECT_EQ(run.scenarios[0].name, kNested);
    EXPECT_EQ(run.scenarios[0].verdict, Verdict::kFail);
    ASSERT_FALSE(run.scenarios[0].trace.empty());
    EXPECT_TRUE(run.scenarios[0].trace.back().broken);
}

TEST(RunnerTest, ShardsHaveEveryScenarioOnce)
{
    const char *kAll = "request/short*";
    size_t all = Verdicts(RunSubject(kRingV1, {"--json", "--filter", kAll}))
                     .scenarios.size();
    size_t in_shards = 0;
    for (const char *shard : {"0/2", "1/2"}) {
        size_t some = Verdicts(RunSubject(kRingV1, {"--json", "--filter", kAll,
                                                    "--shard", shard}))
                          .scenarios.size();
        EXPECT_LT(some, all);
        in_shards += some;
    }
    EXPECT_EQ(in_shards, all);
    EXPECT_EQ(RunSubject(kRingV1, {"--shard", "2/2"}).exit_status, 2);
}

TEST(RunnerTest, KeptPromisesAreAPass)
{
    ProcessResult process =
        RunSubject(kRingV1, {"--json", "--filter", "ring/t*", "--name", "me"});

    EXPECT_EQ(process.exit_status, 0) << process.out;
    EXPECT_EQ(Verdicts(process).subject, "me");
    EXPECT_GT(Verdicts(process).scenarios.size(), 1u);
}

TEST(RunnerTest, ExpectedFailureIsSuccess)
{
    EXPECT_EQ(RunSubject(kRingV1, {"--filter", kNested, "--expect",
                                   kNested + "=fail"})
                  .exit_status,
              0);
    EXPECT_EQ(RunSubject(kRingV1, {"--filter", kNested, "--expect",
                                   kNested + "=crash"})
                  .exit_status,
              1);
}

TEST(RunnerTest, CrashingSubjectIsAVerdictOfEachScenario)
{
    ProcessResult process =
        RunSubject(kHere + "crashes_when_used",
                   {"--json", "--filter", "ring/*", "--jobs", "3"});

    EXPECT_EQ(process.exit_status, 1);
    RunResult run = Verdicts(process);
    EXPECT_GT(run.scenarios.size(), 5u);
    for (const ScenarioResult &scenario : run.scenarios) {
        EXPECT_EQ(scenario.verdict, Verdict::kCrash) << scenario.name;
        EXPECT_EQ(scenario.detail, "SIGABRT: laio_init() gives up");
        EXPECT_TRUE(scenario.trace.back().broken);
    }
}

TEST(RunnerTest, SubjectThatKeepsTheProcessHangs)
{
    ProcessResult process =
        RunSubject(kHere + "never_returns",
                   {"--json", "--filter", kNested, "--timeout-ms", "300"});

    EXPECT_EQ(process.exit_status, 1);
    EXPECT_EQ(Verdicts(process).scenarios[0].verdict, Verdict::kHang);
}

TEST(RunnerTest, SubjectThatCannotBeLoadedIsBadInput)
{
    ProcessResult process = RunSubject(kHere + "crashes_when_loaded", {});

    EXPECT_EQ(process.exit_status, 3);
    EXPECT_NE(process.err.find("SIGABRT: a constructor gives up"),
              std::string::npos)
        << process.err;
    EXPECT_EQ(RunSubject("no/such/file", {}).exit_status, 3);
}

TEST(RunnerTest, WrongOptionsAreUsage)
{
    EXPECT_EQ(Runner({}).exit_status, 2);
    EXPECT_EQ(Runner({"--frobnicate"}).exit_status, 2);
    EXPECT_EQ(RunSubject(kRingV1, {"--jobs", "0"}).exit_status, 2);
    EXPECT_EQ(RunSubject(kRingV1, {"--filter", "no/such"}).exit_status, 2);
    EXPECT_EQ(RunSubject(kRingV1, {"--expect", "x=y"}).exit_status, 2);
}

TEST(RunnerTest, ListNeedsNoSubject)
{
    ProcessResult process = Runner({"--list"});

    EXPECT_EQ(process.exit_status, 0);
    EXPECT_NE(process.out.find(kNested), std::string::npos);
}

}  // namespace
}  // namespace laio
