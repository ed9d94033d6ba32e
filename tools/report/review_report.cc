#include "tools/report/review_report.h"

#include <algorithm>

#include "tools/report/verdict_changes.h"

namespace laio {
namespace {

bool BuildBroke(const JudgedFile &judged)
{
    return judged.after.compiled && !judged.after.compiled->ok;
}

bool VerdictsGotWorse(const JudgedFile &judged)
{
    if (!judged.after.run) {
        return false;
    }
    std::vector<VerdictChange> changes = CompareVerdicts(
        judged.before.run.value_or(RunResult{}), *judged.after.run);
    return std::any_of(changes.begin(), changes.end(),
                       [](auto &change) { return change.IsNewFailure(); });
}

}  // namespace

bool HasFindings(const ReviewReport &report)
{
    bool unclean = std::any_of(
        report.style.begin(), report.style.end(),
        [](const FixResult &style) { return !style.before.clean(); });
    bool lost = std::any_of(report.mails.begin(), report.mails.end(),
                            [](const SalvageResult &mail) {
                                return mail.Worst() == Grade::kFailed;
                            });
    return unclean || lost || !report.apply_problem.empty() ||
           (report.judged && (BuildBroke(*report.judged) ||
                              VerdictsGotWorse(*report.judged)));
}

}  // namespace laio
