#include "tools/report/sequence_chart.h"

#include <gtest/gtest.h>

#include <sstream>

namespace laio {
namespace {

constexpr Actor kCaller = Actor::kCaller;
constexpr Actor kLoop = Actor::kLoop;
constexpr Actor kKernel = Actor::kKernel;

std::vector<TraceEvent> Polls(int count)
{
    std::vector<TraceEvent> trace;
    for (int i = 1; i <= count; i++) {
        trace.push_back({i, 0, kCaller, kLoop, "aio_poll"});
    }
    return trace;
}

std::vector<std::string> Lines(const std::string &text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

TEST(SequenceChart, DrawsArrowsNotesNestingAndTheBrokenStep)
{
    std::vector<TraceEvent> trace = {
        {1, 0, kCaller, kLoop, "laio_submit 1"},
        {2, 0, kLoop, kKernel, "io_submit [1] = 1"},
        {3, 0, kKernel, kKernel, "event 1 in the ring"},
        {4, 1, kLoop, kCaller, "cb(1) ret=512"},
        {5, 1, kCaller, kLoop, "aio_poll"},
        {6, 2, kLoop, kCaller, "cb(1) ret=512", true},
        {7, 2, kCaller, kKernel, "close"},
        {8, 2, kKernel, kCaller, "read"},
    };

    EXPECT_EQ("\n" + SequenceChart(trace), R"(
step  caller   loop  kernel
    1    |------>|      |   laio_submit 1
    2    |       |----->|   io_submit [1] = 1
    3    |       |      *   event 1 in the ring
    4    |<------|      |     cb(1) ret=512
    5    |------>|      |     aio_poll
!   6    |<------|      |       cb(1) ret=512  <-- broken here
    7    |------------->|       close
    8    |<-------------|       read
)");
}

TEST(SequenceChart, IsEmptyForNoTrace)
{
    EXPECT_EQ(SequenceChart({}), "");
}

TEST(SequenceChart, WrapsLongTextUnderItself)
{
    std::vector<TraceEvent> trace = {
        {1, 0, kLoop, kCaller,
         "cb(1) ret=512 and a good deal more than one line can hold here"}};

    EXPECT_EQ("\n" + SequenceChart(trace), R"(
step  caller   loop  kernel
    1    |<------|      |   cb(1) ret=512 and a good deal more than one line
         |       |      |   can hold here
)");
}

TEST(SequenceChart, NoLineIsWiderThanAMailCarries)
{
    std::vector<TraceEvent> trace = {
        {1000, 40, kLoop, kCaller, std::string(300, 'x'), true}};

    for (const std::string &line :
         Lines(SequenceChart(trace, {.indent = "      "}))) {
        EXPECT_LE(line.size(), 76u) << line;
    }
}

TEST(SequenceChart, LeavesOutTheMiddleAndKeepsBothEnds)
{
    std::string chart = SequenceChart(Polls(100), {.max_events = 8});

    EXPECT_EQ("\n" + chart, R"(
step  caller   loop  kernel
    1    |------>|      |   aio_poll
    2    |------>|      |   aio_poll
         |       |      |   ... 92 steps ...
   95    |------>|      |   aio_poll
   96    |------>|      |   aio_poll
   97    |------>|      |   aio_poll
   98    |------>|      |   aio_poll
   99    |------>|      |   aio_poll
  100    |------>|      |   aio_poll
)");
}

TEST(SequenceChart, CountsStepsThatTheTraceItselfLeftOut)
{
    std::vector<TraceEvent> trace = {{1, 0, kCaller, kLoop, "aio_poll"},
                                     {77, 0, kCaller, kLoop, "aio_poll"}};

    EXPECT_NE(SequenceChart(trace).find("... 75 steps ..."),
              std::string::npos);
}

TEST(SequenceChart, KeepsTheMarkOfTheBrokenStepInOnePiece)
{
    for (size_t length = 1; length < 60; length++) {
        std::vector<TraceEvent> trace = {
            {1, 0, kLoop, kCaller, std::string(length, 'x'), true}};

        EXPECT_NE(SequenceChart(trace).find("<-- broken here\n"),
                  std::string::npos)
            << length;
    }
}

class BrokenStep : public testing::TestWithParam<int> {};

TEST_P(BrokenStep, StaysWithinTheLimitWhereverItIs)
{
    std::vector<TraceEvent> trace = Polls(200);
    trace[GetParam() - 1].broken = true;

    std::string chart = SequenceChart(trace, {.max_events = 16});

    EXPECT_NE(chart.find("<-- broken here"), std::string::npos) << chart;
    EXPECT_LE(Lines(chart).size(), 16u + 3);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, BrokenStep,
                         testing::Values(1, 2, 4, 5, 15, 16, 17, 100, 199,
                                         200));

}  // namespace
}  // namespace laio
