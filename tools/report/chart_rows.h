// Which steps of a trace a chart shows, whatever it is drawn with.

#ifndef TOOLS_REPORT_CHART_ROWS_H
#define TOOLS_REPORT_CHART_ROWS_H

#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

struct ChartRow {
    const TraceEvent *event = nullptr;  // nullptr: steps that are left out
    int left_out = 0;
};

// All steps, or those at both ends and around the broken one, with a row for
// each gap.
//
// Keeps:  pointers into `trace`.
std::vector<ChartRow> ChartRows(const std::vector<TraceEvent> &trace,
                                int max_events);

}  // namespace laio

#endif  // TOOLS_REPORT_CHART_ROWS_H
