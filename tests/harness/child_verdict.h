// What a process that had a report to write came to.

#ifndef TESTS_HARNESS_CHILD_VERDICT_H
#define TESTS_HARNESS_CHILD_VERDICT_H

#include <chrono>

#include "tests/harness/child.h"
#include "tests/harness/shared_report.h"
#include "tests/harness/verdict.h"

namespace laio {

// Fills verdict, detail and trace of `result`: what the process reported, or
// hang or crash by the way it ended. Whoever passed must have ended well.
//
// Thread: the watcher's, when the process has ended.
void TakeVerdict(const ChildEnd &end, std::chrono::milliseconds time_allowed,
                 SharedReport *report, ScenarioResult *result);

}  // namespace laio

#endif  // TESTS_HARNESS_CHILD_VERDICT_H
