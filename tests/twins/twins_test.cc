// Whether scenarios and twins prove each other: no promise that is never
// broken, no break that nobody notices.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/harness/verdict.h"
#include "tools/base/process.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

const fs::path kTwins = "tests/twins/twins";

std::vector<std::string> TwinNames()
{
    std::vector<std::string> names;
    for (const fs::directory_entry &entry : fs::directory_iterator(kTwins)) {
        if (entry.path().extension() == ".so") {
            names.push_back(entry.path().stem());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

RunResult Judge(const std::string &twin)
{
    ProcessOptions options;
    options.timeout = std::chrono::minutes(5);
    Result<ProcessResult> process = RunProcess(
        {"tests/harness/runner", "--subject", kTwins / (twin + ".so"),
         "--source", kTwins / twin / "linux_aio.cc", "--name", twin, "--jobs",
         "2", "--json", "--filter", "[!g]*"},  // not the general suites
        options);
    EXPECT_TRUE(process.ok());
    nlohmann::json json =
        nlohmann::json::parse(process->out, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << twin << ": " << process->err;
    Result<RunResult> run = RunResultFromJson(json);
    EXPECT_TRUE(run.ok()) << twin;
    return run.ok() ? *run : RunResult();
}

bool Caught(const ScenarioResult &result)
{
    return result.verdict != Verdict::kPass &&
           result.verdict != Verdict::kSkip;
}

class TwinsTest : public testing::Test {
 protected:
    // Every twin is judged once, for all the tests.
    static void SetUpTestSuite()
    {
        for (const std::string &twin : TwinNames()) {
            runs_.push_back(Judge(twin));
        }
    }

    static std::vector<RunResult> runs_;
};

std::vector<RunResult> TwinsTest::runs_;

TEST_F(TwinsTest, EveryScenarioFailsOnATwin)
{
    std::map<std::string, int> caught;
    for (const RunResult &run : runs_) {
        for (const ScenarioResult &result : run.scenarios) {
            caught[result.name] += Caught(result);
        }
    }
    EXPECT_FALSE(caught.empty());
    for (const auto &[scenario, twins] : caught) {
        EXPECT_GT(twins, 0) << scenario
                            << " passes on every twin: add one that breaks "
                               "its promise, tests/twins/README.md";
    }
}

TEST_F(TwinsTest, EveryTwinIsCaughtByAScenario)
{
    for (const RunResult &run : runs_) {
        EXPECT_TRUE(std::any_of(run.scenarios.begin(), run.scenarios.end(),
                                Caught))
            << run.subject << " keeps every promise: add a scenario that it "
                              "fails, tests/README.md";
    }
}

// Else it would fail a scenario without having broken its promise.
TEST_F(TwinsTest, NoTwinIsBrokenEverywhere)
{
    for (const RunResult &run : runs_) {
        auto caught = std::count_if(run.scenarios.begin(),
                                    run.scenarios.end(), Caught);
        EXPECT_LE(2 * static_cast<size_t>(caught), run.scenarios.size())
            << run.subject << " breaks more than half of all promises: make "
                              "its patch smaller";
    }
}

}  // namespace
}  // namespace laio
