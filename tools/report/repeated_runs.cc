#include "tools/report/repeated_runs.h"

#include <fmt/format.h>

#include "tools/report/verdict_changes.h"

namespace laio {

RunResult CombineRuns(const std::vector<RunResult> &runs)
{
    RunResult combined = runs.front();
    for (size_t i = 0; i < combined.scenarios.size(); i++) {
        const ScenarioResult *failed = nullptr;
        size_t failures = 0;
        for (const RunResult &run : runs) {
            const ScenarioResult &result = run.scenarios.at(i);
            if (IsFailing(result.verdict)) {
                failed = failed ? failed : &result;
                failures++;
            }
        }
        if (failed) {
            combined.scenarios[i] = *failed;
        }
        if (failures > 0 && failures < runs.size()) {
            combined.scenarios[i].detail =
                fmt::format("in {} of {} runs: {}", failures, runs.size(),
                            failed->detail);
        }
    }
    return combined;
}

}  // namespace laio
