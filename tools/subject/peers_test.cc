// What the programs of others say, and what they are told.

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "tools/subject/bench.h"
#include "tools/subject/fio_run.h"
#include "tools/subject/qemu_img_run.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

constexpr char kFio[] = R"(fio: a warning comes before
{"fio version": "fio-3.33", "jobs": [{
  "error": 0, "job_runtime": 2000, "usr_cpu": 5.0, "sys_cpu": 20.0,
  "read": {"total_ios": 1000, "iops": 500.0, "lat_ns": {"percentile":
    {"50.000000": 2000, "99.000000": 9000, "99.900000": 11000}}},
  "write": {"total_ios": 0, "iops": 0.0, "lat_ns": {}}}]})";

Measurement Blank(const std::string &variant)
{
    Measurement m;
    m.engine = "fio";
    m.variant = variant;
    return m;
}

TEST(ReadFioJson, TurnsPercentOfTheRunIntoTimePerRequest)
{
    Result<Measurement> m = ReadFioJson(kFio, Blank("userspace_reap"));

    ASSERT_TRUE(m.ok()) << m.error().message;
    EXPECT_EQ(m->iops, 500);
    EXPECT_DOUBLE_EQ(m->user_ns_per_io, 100'000);  // 0.1 s of 2 s
    EXPECT_DOUBLE_EQ(m->sys_ns_per_io, 400'000);
    EXPECT_EQ(m->p50_us, 2);
    EXPECT_EQ(m->p999_us, 11);
    EXPECT_EQ(m->reap, "ring");
}

TEST(ReadFioJson, JobThatFailedIsAnErrorWithItsReason)
{
    std::string text = kFio;
    text.replace(text.find("\"error\": 0"), 10, "\"error\": 38");

    Result<Measurement> m = ReadFioJson(text, Blank("io_uring"));

    ASSERT_FALSE(m.ok());
    EXPECT_NE(m.error().message.find("not implemented"), std::string::npos);
}

TEST(ReadFioJson, OtherTextIsAnError)
{
    EXPECT_FALSE(ReadFioJson("", Blank("libaio")).ok());
    EXPECT_FALSE(ReadFioJson("{\"jobs\": []}", Blank("libaio")).ok());
}

TEST(ReadQemuImgSeconds, FindsTheTimeInWhatItSays)
{
    Result<double> seconds = ReadQemuImgSeconds(
        "Sending 9 read requests\nRun completed in 2.125 seconds.\n");

    ASSERT_TRUE(seconds.ok());
    EXPECT_EQ(*seconds, 2.125);
    EXPECT_FALSE(ReadQemuImgSeconds("Run completed in ").ok());
    EXPECT_FALSE(ReadQemuImgSeconds("").ok());
}

TEST(ReadTimeOfShell, FindsItBehindWhatTheProgramSaid)
{
    Result<ProcessorTime> used =
        ReadTimeOfShell("qemu-img: a warning\n0.125 2.500\n");

    ASSERT_TRUE(used.ok());
    EXPECT_EQ(used->user_seconds, 0.125);
    EXPECT_EQ(used->system_seconds, 2.5);
    EXPECT_FALSE(ReadTimeOfShell("").ok());
    EXPECT_FALSE(ReadTimeOfShell("1 2\nbash: no such program\n").ok());
}

TEST(FarStep, ComesToEveryBlockOnce)
{
    constexpr uint64_t kBs = 512;
    for (uint64_t blocks : {1, 2, 3, 8, 100, 4096}) {
        std::set<uint64_t> seen;
        uint64_t offset = 0;
        for (uint64_t i = 0; i < blocks; i++) {
            seen.insert(offset);
            offset = (offset + FarStep(blocks * kBs, kBs)) % (blocks * kBs);
        }
        EXPECT_EQ(seen.size(), blocks);
    }
}

class BenchFileTest : public ::testing::Test {
 protected:
    void SetUp() override
    {
        options_.file = std::filesystem::path(std::getenv("TEST_TMPDIR")) /
                        "file";
        ASSERT_TRUE(WriteFile(options_.file, std::string(1 << 16, 'x')).ok());
        engine_.name = "some.c";
        engine_.strange = true;
    }

    BenchOptions options_;
    BenchEngine engine_;
};

TEST_F(BenchFileTest, EveryWritingModeNeedsTheWord)
{
    for (const char *rw : {"write", "randwrite", "rw", "randrw"}) {
        options_.rw = rw;
        options_.allow_write = false;
        Status refused = CheckBenchFile(options_, {});
        ASSERT_FALSE(refused.ok()) << rw;
        EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
        options_.allow_write = true;
        EXPECT_TRUE(CheckBenchFile(options_, {}).ok()) << rw;
    }
}

TEST_F(BenchFileTest, ReadingAFileNeedsNoWord)
{
    for (const char *rw : {"read", "randread"}) {
        options_.rw = rw;
        EXPECT_TRUE(CheckBenchFile(options_, {engine_}).ok()) << rw;
    }
}

TEST_F(BenchFileTest, WhatIsNoFileIsBadInput)
{
    options_.file = "/dev/null";
    EXPECT_EQ(CheckBenchFile(options_, {}).error().kind,
              ErrorKind::kBadInput);
    options_.file = "/no/such/file";
    EXPECT_EQ(CheckBenchFile(options_, {}).error().kind,
              ErrorKind::kBadInput);
}

TEST_F(BenchFileTest, PeerThatCannotRunIsAnErrorWhenItWasAskedFor)
{
    BenchEngine peer;
    peer.kind = EngineKind::kQemuImg;
    peer.name = "qemu-img";
    peer.variant = "native";  // which there is not through the page cache

    Result<Comparison> bench =
        Bench({peer}, Kit(), "/", SandboxMode::kOff, options_, {});

    ASSERT_FALSE(bench.ok());
    EXPECT_NE(bench.error().message.find("direct"), std::string::npos);
}

TEST_F(BenchFileTest, OptionalPeerThatCannotRunIsNamed)
{
    BenchEngine peer;
    peer.kind = EngineKind::kQemuImg;
    peer.name = "qemu-img";
    peer.variant = "native";
    peer.optional = true;

    Result<Comparison> bench =
        Bench({peer}, Kit(), "/", SandboxMode::kOff, options_, {});

    ASSERT_TRUE(bench.ok()) << bench.error().message;
    ASSERT_EQ(bench->not_measured.size(), 1u);
    EXPECT_EQ(bench->not_measured[0].engine, "qemu-img (native)");
    EXPECT_TRUE(bench->runs.empty());
}

}  // namespace
}  // namespace laio
