// Verdicts for continuous-integration systems.

#ifndef TOOLS_REPORT_JUNIT_H
#define TOOLS_REPORT_JUNIT_H

#include <string>
#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

// JUnit's XML: a test suite per subject, a test case per scenario. A broken
// promise is a failure, a crash or hang an error; both hold the chart.
std::string JunitXml(const std::vector<RunResult> &runs);

// The Test Anything Protocol, version 13: a numbered line per scenario, with
// the promise and what broke it below those that failed.
std::string TapText(const std::vector<RunResult> &runs);

}  // namespace laio

#endif  // TOOLS_REPORT_JUNIT_H
