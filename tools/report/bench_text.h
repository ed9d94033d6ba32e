// Measurements for people: a table of medians, and each ratio with its spread.

#ifndef TOOLS_REPORT_BENCH_TEXT_H
#define TOOLS_REPORT_BENCH_TEXT_H

#include <string>

#include "tools/subject/measurement.h"

namespace laio {

// "1.04 (0.98 .. 1.11)".
std::string SpreadText(const Spread &spread);

// "before (getevents)": an engine and how it takes completions.
std::string EngineText(const Comparison &comparison,
                       const std::string &engine);

std::string BenchText(const Comparison &comparison);

}  // namespace laio

#endif  // TOOLS_REPORT_BENCH_TEXT_H
