#include "tools/report/verdict_changes.h"

#include <fmt/format.h>

#include <algorithm>

namespace laio {
namespace {

bool IsFailing(const std::optional<Verdict> &verdict)
{
    return verdict && IsFailing(*verdict);
}

const ScenarioResult *Find(const RunResult &run, const std::string &name)
{
    for (const ScenarioResult &scenario : run.scenarios) {
        if (scenario.name == name) {
            return &scenario;
        }
    }
    return nullptr;
}

}  // namespace

bool IsFailing(Verdict verdict)
{
    return verdict == Verdict::kFail || verdict == Verdict::kCrash ||
           verdict == Verdict::kHang;
}

bool VerdictChange::IsNewFailure() const
{
    return IsFailing(after) && !IsFailing(before);
}

bool VerdictChange::IsFixed() const
{
    return IsFailing(before) && after == Verdict::kPass;
}

bool VerdictChange::FailsBothTimes() const
{
    return IsFailing(before) && IsFailing(after);
}

std::vector<VerdictChange> CompareVerdicts(const RunResult &before,
                                           const RunResult &after)
{
    std::vector<VerdictChange> changes;
    for (const ScenarioResult &now : after.scenarios) {
        VerdictChange change{now.name, {}, now.verdict, &now};
        if (const ScenarioResult *then = Find(before, now.name)) {
            change.before = then->verdict;
        }
        changes.push_back(std::move(change));
    }
    for (const ScenarioResult &then : before.scenarios) {
        if (!Find(after, then.name)) {
            changes.push_back({then.name, then.verdict, {}, &then});
        }
    }
    return changes;
}

std::string CountVerdicts(const RunResult &run)
{
    std::string counts;
    for (Verdict verdict : {Verdict::kPass, Verdict::kFail, Verdict::kCrash,
                            Verdict::kHang, Verdict::kSkip}) {
        auto count = std::count_if(
            run.scenarios.begin(), run.scenarios.end(),
            [&](auto &scenario) { return scenario.verdict == verdict; });
        if (count) {
            counts += fmt::format("{}{} {}", counts.empty() ? "" : ", ", count,
                                  VerdictName(verdict));
        }
    }
    return counts.empty() ? "no scenarios" : counts;
}

}  // namespace laio
