#include "tests/harness/shared_report.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

namespace laio {
namespace {

TEST(SharedReportTest, NewReportIsEmpty)
{
    SharedReport::Ptr report = SharedReport::Make();

    EXPECT_EQ(report->verdict(), std::nullopt);
    EXPECT_TRUE(report->Trace().empty());
}

TEST(SharedReportTest, WhatAProcessWroteSurvivesItsCrash)
{
    SharedReport::Ptr report = SharedReport::Make();
    pid_t child = fork();
    if (child == 0) {
        report->Record(1, Actor::kLoop, Actor::kKernel, "io_submit [1]");
        _exit(1);
    }
    waitpid(child, nullptr, 0);

    ASSERT_EQ(report->Trace().size(), 1u);
    EXPECT_EQ(report->Trace()[0].text, "io_submit [1]");
    EXPECT_EQ(report->Trace()[0].from, Actor::kLoop);
    EXPECT_EQ(report->verdict(), std::nullopt);
}

TEST(SharedReportTest, EventCanBeAmendedAndMarked)
{
    SharedReport::Ptr report = SharedReport::Make();
    int first = report->Record(0, Actor::kLoop, Actor::kKernel, "call");
    report->Record(0, Actor::kLoop, Actor::kLoop, "note");

    report->Amend(first, "call = 1");
    report->MarkBroken();
    EXPECT_EQ(report->Trace()[0].text, "call = 1");
    EXPECT_FALSE(report->Trace()[0].broken);
    EXPECT_TRUE(report->Trace()[1].broken);
}

TEST(SharedReportTest, OfALongTraceBothEndsAreKept)
{
    SharedReport::Ptr report = SharedReport::Make();
    for (int i = 1; i <= 1000; i++) {
        report->Record(0, Actor::kLoop, Actor::kLoop, std::to_string(i));
    }
    report->Amend(100, "no longer kept");

    std::vector<TraceEvent> trace = report->Trace();
    ASSERT_EQ(trace.size(), 201u);
    EXPECT_EQ(trace[59].text, "60");
    EXPECT_EQ(trace[60].text, "(800 steps left out)");
    EXPECT_EQ(trace[61].text, "861");
    EXPECT_EQ(trace[200].text, "1000");
}

TEST(SharedReportTest, ScribbledMemoryIsReadWithoutHarm)
{
    for (int byte : {0x41, 0xff, 0x7f}) {
        SharedReport::Ptr report = SharedReport::Make();
        memset(static_cast<void *>(report.get()), byte, sizeof(*report));

        EXPECT_EQ(report->verdict(), std::nullopt);
        EXPECT_LE(report->detail().size(), 1024u);
        EXPECT_LE(report->Trace().size(), 201u);
    }
}

TEST(SharedReportTest, LongTextIsCutAndSaysSo)
{
    SharedReport::Ptr report = SharedReport::Make();
    report->SetVerdict(Verdict::kFail, std::string(5000, 'x'));

    EXPECT_EQ(report->detail().size(), 1023u);
    EXPECT_TRUE(report->detail().ends_with("x..."));
}

}  // namespace
}  // namespace laio
