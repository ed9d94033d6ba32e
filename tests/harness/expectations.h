// Which verdicts a run should have, for tests of subjects with known faults.

#ifndef TESTS_HARNESS_EXPECTATIONS_H
#define TESTS_HARNESS_EXPECTATIONS_H

#include <string>
#include <string_view>
#include <vector>

#include "tests/harness/verdict.h"
#include "tools/base/result.h"

namespace laio {

// `ring/nested-poll/*=fail,crash`: of the scenarios whose names match the
// glob, each must have one of the verdicts.
struct Expectation {
    std::string glob;
    std::vector<Verdict> verdicts;
};

// Returns:  an Error of kind kUsage when the text is not of that form.
Result<Expectation> ParseExpectation(std::string_view text);

// Compares a run with what was expected of it; of several expectations for
// one scenario the last counts, and without any it must be pass or skip.
//
// Returns:  a line per scenario with another verdict, and per expectation
//           that no scenario's name matches; empty when all is as expected.
std::vector<std::string> Surprises(
    const RunResult &run, const std::vector<Expectation> &expectations);

}  // namespace laio

#endif  // TESTS_HARNESS_EXPECTATIONS_H
