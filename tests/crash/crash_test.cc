// The writer of a log is killed in the middle; all that it had acknowledged is
// there. That this holds when the power goes, too: power_loss.sh.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/crash/crash_log.h"

namespace laio {
namespace {

struct Kind {
    const char *name;
    BlockOpenOptions disk;
    AckAfter ack;
};

class CrashTest : public ::testing::TestWithParam<Kind> {
 protected:
    void SetUp() override
    {
        path_ = std::string(std::getenv("TEST_TMPDIR")) + "/log";
        ASSERT_TRUE(MakeLog(path_));
        ASSERT_EQ(pipe(acks_), 0);
    }

    void TearDown() override
    {
        close(acks_[0]);
        unlink(path_.c_str());
    }

    // In a process of its own, until this many are acknowledged.
    // Returns: all that were.
    std::vector<int64_t> WriteAndKillAfter(size_t entries)
    {
        const pid_t writer = fork();
        if (writer == 0) {
            close(acks_[0]);
            WriteLog({path_, GetParam().disk, GetParam().ack}, acks_[1]);
            _exit(0);
        }
        close(acks_[1]);
        std::vector<int64_t> acknowledged;
        int64_t number;
        while (read(acks_[0], &number, sizeof(number)) == sizeof(number)) {
            acknowledged.push_back(number);
            if (acknowledged.size() == entries) {
                kill(writer, SIGKILL);
            }
        }
        waitpid(writer, nullptr, 0);
        return acknowledged;
    }

    std::string path_;
    int acks_[2];
};

TEST_P(CrashTest, WhatWasAcknowledgedIsThere)
{
    const std::vector<int64_t> acknowledged = WriteAndKillAfter(100);
    if (acknowledged.empty()) {
        GTEST_SKIP() << "such a disk cannot be opened here";
    }
    EXPECT_GE(acknowledged.size(), 100u);
    EXPECT_LT(acknowledged.size(), size_t{kLogEntries}) << "was not killed";
    EXPECT_EQ(CheckLog(path_, acknowledged), "");
}

INSTANTIATE_TEST_SUITE_P(
    Disks, CrashTest,
    ::testing::Values(
        Kind{"Fua", {.writable = true, .aio = BLOCK_AIO_NATIVE},
             AckAfter::kFua},
        Kind{"Flush", {.writable = true, .aio = BLOCK_AIO_NATIVE},
             AckAfter::kFlush},
        Kind{"FuaInThreads", {.writable = true, .aio = BLOCK_AIO_THREADS},
             AckAfter::kFua},
        Kind{"FlushInThreads", {.writable = true, .aio = BLOCK_AIO_THREADS},
             AckAfter::kFlush},
        Kind{"FuaDirect", {.writable = true, .direct = true}, AckAfter::kFua},
        Kind{"FlushDirect", {.writable = true, .direct = true},
             AckAfter::kFlush}),
    [](const auto &info) { return std::string(info.param.name); });

TEST(CrashLogTest, CheckNoticesAnEntryThatIsMissing)
{
    const std::string path = std::string(std::getenv("TEST_TMPDIR")) + "/log";
    ASSERT_TRUE(MakeLog(path));
    EXPECT_EQ(CheckLog(path, {}), "");
    EXPECT_NE(CheckLog(path, {0}).find("entry 0"), std::string::npos);
    unlink(path.c_str());
}

}  // namespace
}  // namespace laio
