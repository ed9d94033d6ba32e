#include "tests/harness/child.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace laio {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLong{60'000};

ChildEnd RunOne(const std::function<void()> &work, milliseconds time = kLong)
{
    ChildEnd last;
    RunChildren(
        1, 1, time, [&work](int) { work(); },
        [&last](int, const ChildEnd &end) { last = end; });
    return last;
}

TEST(ChildTest, EndAndOutputAreSeen)
{
    ChildEnd end = RunOne([] { printf("one\ntwo\n"); });

    EXPECT_EQ(end.wait_status, 0);
    EXPECT_EQ(end.output, "one\ntwo\n");
}

TEST(ChildTest, SignalIsNamedWithTheLastLine)
{
    ChildEnd end = RunOne([] {
        fprintf(stderr, "first\nit went wrong\n");
        raise(SIGKILL);
    });

    EXPECT_EQ(CrashText(end), "SIGKILL: it went wrong");
}

TEST(ChildTest, SummaryOfASanitizerIsTheTellingLine)
{
    ChildEnd end;
    end.wait_status = 1 << 8;
    end.output = "x\nSUMMARY: AddressSanitizer: use-after-free\n==1==ABORT\n";

    EXPECT_EQ(CrashText(end),
              "exit status 1: SUMMARY: AddressSanitizer: use-after-free");
}

TEST(ChildTest, SilentEndIsItsStatusAlone)
{
    EXPECT_EQ(CrashText(RunOne([] { _exit(3); })), "exit status 3");
}

TEST(ChildTest, EndlessWorkIsKilledWhenItsTimeIsOver)
{
    ChildEnd end = RunOne(
        [] {
            for (;;) {
                pause();
            }
        },
        milliseconds(1));

    EXPECT_TRUE(end.timed_out);
    EXPECT_EQ(CrashText(end), "still busy when its time was over");
}

TEST(ChildTest, FloodOfOutputKeepsItsEnd)
{
    ChildEnd end = RunOne([] {
        for (int i = 0; i < 20'000; i++) {
            printf("line %d\n", i);
        }
    });

    EXPECT_TRUE(end.output.ends_with("line 19999\n"));
    EXPECT_LT(end.output.size(), 40'000u);
}

TEST(ChildTest, EveryOneOfManyEndsOnce)
{
    std::vector<int> statuses(20, -1);
    RunChildren(
        20, 3, kLong, [](int i) { _exit(i); },
        [&statuses](int i, const ChildEnd &end) {
            EXPECT_EQ(statuses[i], -1);
            statuses[i] = WEXITSTATUS(end.wait_status);
        });

    for (int i = 0; i < 20; i++) {
        EXPECT_EQ(statuses[i], i);
    }
}

}  // namespace
}  // namespace laio
