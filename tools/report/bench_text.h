// Measurements for people: a table of medians, each ratio with its spread, and
// bars.

#ifndef TOOLS_REPORT_BENCH_TEXT_H
#define TOOLS_REPORT_BENCH_TEXT_H

#include <string>

#include "tools/subject/measurement.h"

namespace laio {

// "1.04 (0.98 .. 1.11)".
std::string SpreadText(const Spread &spread);

std::string BenchText(const Comparison &comparison);

// A bar for each run: of its IO/s, and of the time of its processor in user
// mode; both as shares of the longest.
std::string BenchChart(const Comparison &comparison);

}  // namespace laio

#endif  // TOOLS_REPORT_BENCH_TEXT_H
