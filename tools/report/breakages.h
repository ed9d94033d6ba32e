// The promises that a patch breaks, by the way in which they break: one fault
// in the code breaks many.

#ifndef TOOLS_REPORT_BREAKAGES_H
#define TOOLS_REPORT_BREAKAGES_H

#include <string>
#include <vector>

#include "tests/harness/verdict.h"
#include "tools/report/verdict_changes.h"

namespace laio {

struct Breakage {
    std::string how;  // "fail: request 2 completed twice", of the example
    // At least one, the one that shows it best first: a named scenario before
    // a random program, a short trace before a long one.
    std::vector<const ScenarioResult *> scenarios;

    const ScenarioResult &Example() const { return *scenarios.front(); }
};

// What fails now and did not before; most scenarios first.
//
// Keeps:  pointers into what `changes` point at.
std::vector<Breakage> GroupBreakages(
    const std::vector<VerdictChange> &changes);

}  // namespace laio

#endif  // TOOLS_REPORT_BREAKAGES_H
