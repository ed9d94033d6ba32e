// The program as all_versions runs it: on the real kernel and a small file.

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/harness/verdict.h"
#include "tools/base/process.h"

namespace laio {
namespace {

constexpr int kNoKernelAio = 4;

class SmokeTest : public ::testing::Test {
 protected:
    // Runs it; the test is skipped where there is no kernel AIO.
    RunResult Smoke(const std::string &object, const std::string &source,
                    const std::string &filter = "*",
                    const std::string &timeout_ms = "20000")
    {
        auto ran = RunProcess({"tests/smoke/smoke", "--subject", object,
                               "--source", source, "--folder",
                               std::getenv("TEST_TMPDIR"), "--filter", filter,
                               "--timeout-ms", timeout_ms, "--json"});
        EXPECT_TRUE(ran.ok());
        exit_status_ = ran->exit_status;
        no_kernel_aio_ = exit_status_ == kNoKernelAio;
        if (no_kernel_aio_ || exit_status_ > 1) {
            EXPECT_TRUE(no_kernel_aio_) << ran->err;
            return {};
        }
        auto run = RunResultFromJson(nlohmann::json::parse(ran->out));
        EXPECT_TRUE(run.ok());
        return *run;
    }

    // A wrong subject, which getevents.c is made into.
    RunResult SmokeWrong(const std::string &name, const std::string &filter,
                         const std::string &timeout_ms = "20000")
    {
        return Smoke("tests/smoke/" + name + ".so",
                     "block/subjects/getevents.c", filter, timeout_ms);
    }

    static int Count(const RunResult &run, Verdict verdict)
    {
        int count = 0;
        for (const ScenarioResult &way : run.scenarios) {
            count += way.verdict == verdict;
            EXPECT_TRUE(way.verdict == verdict ||
                        way.verdict == Verdict::kPass ||
                        way.verdict == Verdict::kSkip)
                << way.name << ": " << way.detail;
        }
        return count;
    }

    int exit_status_ = 0;
    bool no_kernel_aio_ = false;
};

TEST_F(SmokeTest, OursWorksInEveryWay)
{
    const RunResult run = Smoke("block/ours.so", "block/linux_aio.cc");
    if (no_kernel_aio_) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_EQ(exit_status_, 0);
    EXPECT_EQ(Count(run, Verdict::kPass), 16);
}

TEST_F(SmokeTest, SubjectWithoutPollHandlerIsNotUsedWithPolling)
{
    const RunResult run =
        Smoke("block/subjects/getevents.so", "block/subjects/getevents.c");
    if (no_kernel_aio_) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_EQ(exit_status_, 0);
    EXPECT_EQ(Count(run, Verdict::kPass), 8);
    EXPECT_EQ(Count(run, Verdict::kSkip), 8);
    for (const ScenarioResult &way : run.scenarios) {
        EXPECT_NE(way.detail, "") << way.name;
    }
}

TEST_F(SmokeTest, NothingStaysInTheFolder)
{
    const std::filesystem::path folder = std::getenv("TEST_TMPDIR");
    Smoke("block/ours.so", "block/linux_aio.cc", "callback/plugged/no-poll/*");
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        EXPECT_FALSE(entry.path().filename().string().starts_with("smoke-"));
    }
}

TEST_F(SmokeTest, TwoReadsThatAreSwappedAreNoticed)
{
    const RunResult run = SmokeWrong("swaps_reads", "*/plugged/no-poll/*");
    if (no_kernel_aio_) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_EQ(exit_status_, 1);
    EXPECT_EQ(Count(run, Verdict::kFail), 4);
    EXPECT_NE(run.scenarios.at(0).detail.find("reads: the read of"),
              std::string::npos)
        << run.scenarios.at(0).detail;
}

TEST_F(SmokeTest, WriteInTheWrongPlaceIsNoticedInTheFile)
{
    const RunResult run =
        SmokeWrong("writes_elsewhere", "*/unplugged/no-poll/aio-poll");
    if (no_kernel_aio_) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_EQ(Count(run, Verdict::kFail), 2);
    EXPECT_NE(run.scenarios.at(0).detail.find("of the file"),
              std::string::npos)
        << run.scenarios.at(0).detail;
}

TEST_F(SmokeTest, RequestThatNeverEndsIsAHang)
{
    const RunResult run = SmokeWrong("loses_a_request",
                                     "callback/plugged/no-poll/*", "500");
    if (no_kernel_aio_) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_EQ(exit_status_, 1);
    EXPECT_EQ(Count(run, Verdict::kHang), 2);
}

TEST_F(SmokeTest, FolderThatCannotBeWrittenIsSaid)
{
    auto ran = RunProcess({"tests/smoke/smoke", "--subject", "block/ours.so",
                           "--source", "block/linux_aio.cc", "--folder",
                           "/proc/self"});
    ASSERT_TRUE(ran.ok());
    EXPECT_EQ(ran->exit_status, 4);
    EXPECT_NE(ran->err.find("cannot"), std::string::npos);
    EXPECT_EQ(ran->out, "");
}

}  // namespace
}  // namespace laio
