// Runs the scenarios on one subject, each in a process of its own.
//
// Thread: one, of a process without others.

#ifndef TESTS_HARNESS_RUNNER_H
#define TESTS_HARNESS_RUNNER_H

#include <chrono>
#include <string>

#include "tests/harness/traits.h"
#include "tests/harness/verdict.h"
#include "tools/base/result.h"

namespace laio {

struct RunOptions {
    std::string subject_name;   // for the report
    std::string shared_object;  // path of the compiled subject
    Traits traits;              // of the source it was compiled from
    // Every shards-th of the scenarios, beginning with number `shard`.
    int shard = 0;
    int shards = 1;
    std::string filter = "*";   // glob over the scenarios' names
    std::chrono::milliseconds time_allowed{10'000};  // for each scenario
    int jobs = 1;               // processes at a time
    // For the suites of random programs: where they begin, and how long each
    // goes on; 0 for a number of programs that takes about a second.
    uint64_t seed = 1;
    std::chrono::milliseconds budget{0};
};

// The verdict of every scenario that the filter lets through, by name.
//
// Returns:  an Error when the shared object cannot be loaded, or when no
//           scenario has such a name.
Result<RunResult> RunScenarios(const RunOptions &options);

}  // namespace laio

#endif  // TESTS_HARNESS_RUNNER_H
