// What became of every scenario between two runs.

#ifndef TOOLS_REPORT_VERDICT_CHANGES_H
#define TOOLS_REPORT_VERDICT_CHANGES_H

#include <optional>
#include <string>
#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

// Whether a promise was not kept: fail, crash or hang.
bool IsFailing(Verdict verdict);

struct VerdictChange {
    std::string name;
    std::optional<Verdict> before;  // nullopt: not run
    std::optional<Verdict> after;
    // Of the run after, or of the one before when there is no other.
    const ScenarioResult *result = nullptr;

    // Failing now and not before.
    bool IsNewFailure() const;
    bool IsFixed() const;
    bool FailsBothTimes() const;
    bool IsSame() const { return before == after; }
};

// One entry per scenario, in the order of `after`, then those that only
// `before` has.
//
// Keeps:  pointers into both.
std::vector<VerdictChange> CompareVerdicts(const RunResult &before,
                                           const RunResult &after);

// "12 pass, 1 crash, 2 skip", without what there is none of.
std::string CountVerdicts(const RunResult &run);

}  // namespace laio

#endif  // TOOLS_REPORT_VERDICT_CHANGES_H
