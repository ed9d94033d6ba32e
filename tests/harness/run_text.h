// A run's verdicts for people.

#ifndef TESTS_HARNESS_RUN_TEXT_H
#define TESTS_HARNESS_RUN_TEXT_H

#include <string>

#include "tests/harness/verdict.h"

namespace laio {

// A line per scenario, under each that is neither pass nor skip its sentence
// and its trace, and the totals.
std::string RunText(const RunResult &run);

}  // namespace laio

#endif  // TESTS_HARNESS_RUN_TEXT_H
