// An interleaving as text that can be pasted into a mail: caller, loop and
// kernel as columns, time downwards, at most 76 characters wide.
//
//     step  caller   loop  kernel
//         1    |------>|      |   aio_poll
//         2    |       |<-----|     read event 1
//     !   3    |<------|      |     cb(1) ret=512  <-- broken here
//
// Text is set in by two blanks per aio_poll() that it happened in.

#ifndef TOOLS_REPORT_SEQUENCE_CHART_H
#define TOOLS_REPORT_SEQUENCE_CHART_H

#include <string>
#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

struct ChartOptions {
    int max_events = 32;  // more are left out of the middle, with a line that
                          // says how many; the broken step always stays
    std::string indent = "";  // before every line, within the 76 characters
};

// Returns:  the chart with a line feed after every line; empty for no trace.
std::string SequenceChart(const std::vector<TraceEvent> &trace,
                          const ChartOptions &options = {});

}  // namespace laio

#endif  // TOOLS_REPORT_SEQUENCE_CHART_H
