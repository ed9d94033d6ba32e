#include "tools/base/process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

namespace laio {
namespace {

using std::chrono::milliseconds;

ProcessResult Shell(const std::string &script, ProcessOptions options = {})
{
    Result<ProcessResult> result =
        RunProcess({"sh", "-c", script}, std::move(options));
    EXPECT_TRUE(result.ok());
    return result.ok() ? *std::move(result) : ProcessResult{};
}

TEST(RunProcess, ReturnsStatusAndBothStreams)
{
    ProcessResult result = Shell("echo yes; echo no >&2; exit 3");

    EXPECT_EQ(result.exit_status, 3);
    EXPECT_EQ(result.out, "yes\n");
    EXPECT_EQ(result.err, "no\n");
    EXPECT_FALSE(result.timed_out);
}

TEST(RunProcess, FeedsInputLargerThanAPipeHolds)
{
    ProcessOptions options;
    options.input.assign(1'000'000, 'x');

    EXPECT_EQ(Shell("cat", options).out, options.input);
}

TEST(RunProcess, NoInputIsTheEndOfFileAtOnce)
{
    EXPECT_EQ(Shell("cat; echo end").out, "end\n");
}

TEST(RunProcess, DrainsBothStreamsWhicheverFillsFirst)
{
    ProcessResult result = Shell(
        "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero; "
        "head -c 300000 /dev/zero >&2");

    EXPECT_EQ(result.out.size(), 300'000u);
    EXPECT_EQ(result.err.size(), 600'000u);
}

TEST(RunProcess, NamesTheSignalThatEndedIt)
{
    EXPECT_EQ(Shell("kill -SEGV $$").exit_status, 128 + SIGSEGV);
}

TEST(RunProcess, KillsTheWholeGroupWhenTheTimeIsOver)
{
    int alive[2];  // whoever lives on holds the end that can be written to
    ASSERT_EQ(pipe(alive), 0);
    ASSERT_EQ(fcntl(alive[0], F_SETFD, FD_CLOEXEC), 0);
    ProcessOptions options;
    options.timeout = milliseconds(50);

    ProcessResult result = Shell("sleep 1000 & wait", options);

    EXPECT_TRUE(result.timed_out);
    EXPECT_EQ(result.exit_status, 128 + SIGKILL);
    close(alive[1]);
    char byte;
    EXPECT_EQ(read(alive[0], &byte, 1), 0) << "returns when all are gone";
    close(alive[0]);
}

TEST(RunProcess, DoesNotWaitForAGrandchildThatHoldsThePipe)
{
    EXPECT_EQ(Shell("sleep 1000 & echo done").out, "done\n");
}

TEST(RunProcess, StopsAProgramThatNeverStopsTalking)
{
    ProcessOptions options;
    options.max_output_bytes = 100'000;

    Result<ProcessResult> result = RunProcess({"yes"}, options);

    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().message,
              "yes said more than 100000 bytes and was stopped");
}

TEST(RunProcess, StartsInTheDirectory)
{
    ProcessOptions options;
    options.directory = "/usr";

    EXPECT_EQ(Shell("pwd", options).out, "/usr\n");
}

TEST(RunProcess, AMissingProgramIsAnErrorOfTheEnvironment)
{
    Result<ProcessResult> result = RunProcess({"no-such-program"});

    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::kEnvironment);
    EXPECT_EQ(result.error().message,
              "cannot start no-such-program: No such file or directory");
}

TEST(RunProcess, MeasuresTheProcessorTimeOfItAndItsChildren)
{
    ProcessResult result =
        Shell("sh -c 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done'");

    EXPECT_GT(result.user_seconds + result.system_seconds, 0);
}

}  // namespace
}  // namespace laio
