// The program as its callers run it: on the real kernel and a small file.

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tools/base/process.h"

namespace laio {
namespace {

constexpr int kNoKernelAio = 4;

class IoBenchTest : public ::testing::TestWithParam<const char *> {
 protected:
    void SetUp() override
    {
        file_ = std::string(std::getenv("TEST_TMPDIR")) + "/data";
        std::ofstream(file_) << Text();
    }

    static std::string Text() { return std::string(1 << 20, 'x'); }

    std::string Contents() const
    {
        std::ifstream file(file_);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    ProcessResult Run(const std::string &object, const std::string &source,
                      const std::vector<std::string> &more)
    {
        std::vector<std::string> argv = {"tests/bench/io_bench", "--subject",
                                         object, "--source", source, "--file",
                                         file_};
        argv.insert(argv.end(), more.begin(), more.end());
        auto result = RunProcess(argv);
        EXPECT_TRUE(result.ok());
        return result.ok() ? *result : ProcessResult();
    }

    ProcessResult RunSubject(const std::vector<std::string> &more)
    {
        const std::string name = GetParam();
        return name == "ours"
                   ? Run("block/ours.so", "block/linux_aio.cc", more)
                   : Run("block/subjects/" + name + ".so",
                         "block/subjects/" + name + ".c", more);
    }

    std::string file_;
};

TEST_P(IoBenchTest, RingIsReapedWithoutSystemCallsAndGeteventsWithThem)
{
    const auto run = RunSubject({"--ios", "2000", "--qd", "8", "--batch", "4"});
    if (run.exit_status == kNoKernelAio) {
        GTEST_SKIP() << run.err;
    }
    ASSERT_EQ(run.exit_status, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["ios"], 2000);
    EXPECT_EQ(json["qd"], 8);
    EXPECT_GT(json["iops"], 0);
    EXPECT_GT(json["syscalls_per_io"]["io_submit"], 0.1);
    EXPECT_LE(json["syscalls_per_io"]["io_submit"], 1.0);
    EXPECT_LE(json["p50_us"], json["p999_us"]);
    const bool fetches = std::string(GetParam()) == "getevents";
    EXPECT_EQ(json["reap"], fetches ? "getevents" : "ring");
    EXPECT_EQ(json["syscalls_per_io"]["io_getevents"] > 0, fetches);
}

TEST_P(IoBenchTest, UnpluggedRequestsComplete)
{
    const auto run = RunSubject({"--ios", "500", "--batch", "1", "--rw",
                                 "read", "--bs", "512"});
    if (run.exit_status == kNoKernelAio) {
        GTEST_SKIP() << run.err;
    }
    ASSERT_EQ(run.exit_status, 0) << run.err;
    EXPECT_EQ(nlohmann::json::parse(run.out)["ios"], 500);
}

TEST_P(IoBenchTest, FileIsWrittenOnlyWhenAskedTo)
{
    if (RunSubject({"--ios", "300"}).exit_status == kNoKernelAio) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_EQ(Contents(), Text());
    EXPECT_EQ(RunSubject({"--ios", "300", "--rw", "write"}).exit_status, 0);
    EXPECT_NE(Contents(), Text());
    EXPECT_EQ(Contents().size(), Text().size());
}

TEST_P(IoBenchTest, JobsShareTheLoopAndSubmitBatchesOfTheirOwn)
{
    const auto run = RunSubject({"--ios", "2000", "--numjobs", "4", "--qd",
                                 "2", "--batch", "8"});
    if (run.exit_status == kNoKernelAio) {
        GTEST_SKIP() << run.err;
    }
    ASSERT_EQ(run.exit_status, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["numjobs"], 4);
    // No batch is of more than one job.
    EXPECT_GE(json["syscalls_per_io"]["io_submit"], 0.45);
    EXPECT_GT(json["completions_per_wakeup"], 0);
}

INSTANTIATE_TEST_SUITE_P(
    Subjects, IoBenchTest, ::testing::Values("ours", "getevents", "ring-v1"),
    [](const auto &info) {
        std::string name = info.param;
        return name == "ring-v1" ? "ring_v1" : name;
    });

class BareLoopTest : public IoBenchTest {
 protected:
    ProcessResult RunBare(const std::vector<std::string> &more)
    {
        std::vector<std::string> argv = {"tests/bench/io_bench", "--bare",
                                         GetParam(), "--file", file_};
        argv.insert(argv.end(), more.begin(), more.end());
        auto result = RunProcess(argv);
        EXPECT_TRUE(result.ok());
        return result.ok() ? *result : ProcessResult();
    }
};

TEST_P(BareLoopTest, DoesNothingButSubmitAndReap)
{
    const auto run = RunBare({"--ios", "2000", "--qd", "8", "--batch", "8"});
    if (run.exit_status == kNoKernelAio) {
        GTEST_SKIP() << run.err;
    }
    ASSERT_EQ(run.exit_status, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["ios"], 2000);
    EXPECT_EQ(json["reap"], GetParam());
    EXPECT_EQ(json["syscalls_per_io"]["poll"], 0);
    EXPECT_EQ(json["syscalls_per_io"]["read"], 0);
    EXPECT_GT(json["syscalls_per_io"]["io_submit"], 0.1);
}

TEST_P(BareLoopTest, WritesWhenAskedTo)
{
    const auto run = RunBare({"--ios", "300", "--rw", "randrw"});
    if (run.exit_status == kNoKernelAio) {
        GTEST_SKIP() << run.err;
    }
    EXPECT_EQ(run.exit_status, 0) << run.err;
    EXPECT_NE(Contents(), Text());
}

INSTANTIATE_TEST_SUITE_P(Reap, BareLoopTest,
                         ::testing::Values("ring", "getevents"));

using IoBenchErrorTest = IoBenchTest;

TEST_F(IoBenchErrorTest, OddBlockSizeIsAUsageError)
{
    const auto run = Run("block/ours.so", "block/linux_aio.cc",
                         {"--bs", "1000"});
    EXPECT_EQ(run.exit_status, 2);
    EXPECT_NE(run.err.find("multiple of 512"), std::string::npos);
}

TEST_F(IoBenchErrorTest, FileThatIsTooSmallIsBadInput)
{
    std::ofstream(file_) << "short";
    const auto run = Run("block/ours.so", "block/linux_aio.cc", {});
    EXPECT_EQ(run.exit_status, 3);
    EXPECT_NE(run.err.find("give a larger file"), std::string::npos);
}

TEST_F(IoBenchErrorTest, MissingSourceIsBadInput)
{
    const auto run = Run("block/ours.so", "no/such.c", {});
    EXPECT_EQ(run.exit_status, 3);
    EXPECT_NE(run.err.find("no/such.c"), std::string::npos);
    EXPECT_EQ(run.out, "");
}

TEST_F(IoBenchErrorTest, UnknownOptionIsAUsageError)
{
    EXPECT_EQ(Run("block/ours.so", "block/linux_aio.cc", {"--nonsense"})
                  .exit_status,
              2);
}

}  // namespace
}  // namespace laio
