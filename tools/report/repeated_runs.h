// One verdict out of several runs of the same subject.

#ifndef TOOLS_REPORT_REPEATED_RUNS_H
#define TOOLS_REPORT_REPEATED_RUNS_H

#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

// A scenario passes when it passed every time; else the first run in which it
// failed counts, and its detail says how often it did.
//
// Requires: at least one run, all of the same scenarios.
RunResult CombineRuns(const std::vector<RunResult> &runs);

}  // namespace laio

#endif  // TOOLS_REPORT_REPEATED_RUNS_H
