#include "tools/report/review_report.h"

#include <algorithm>

#include "tools/report/verdict_changes.h"

namespace laio {
namespace {

bool BuildBroke(const JudgedFile &judged)
{
    return judged.after.compiled && !judged.after.compiled->ok;
}

bool VerdictsGotWorse(const ReviewReport &report)
{
    std::vector<VerdictChange> changes = Changes(report);
    return std::any_of(changes.begin(), changes.end(),
                       [](auto &change) { return change.IsNewFailure(); });
}

const JudgedSide &SideBefore(const ReviewReport &report, size_t step)
{
    return step ? report.steps[step - 1].after : report.judged->before;
}

bool Breaks(const ReviewReport &report, size_t step)
{
    const PatchStep &patch = report.steps[step];
    if (!patch.problem.empty()) {
        return true;
    }
    if (!report.judged || !patch.after.compiled) {
        return false;
    }
    if (!patch.after.compiled->ok) {
        const JudgedSide &before = SideBefore(report, step);
        return !before.compiled || before.compiled->ok;
    }
    std::vector<VerdictChange> changes = ChangesOfStep(report, step);
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
           (report.judged && BuildBroke(*report.judged)) ||
           VerdictsGotWorse(report) || FirstBreakingStep(report);
}

std::vector<VerdictChange> Changes(const ReviewReport &report)
{
    static const RunResult kNone;
    if (!report.judged || !report.judged->after.run) {
        return {};
    }
    const std::optional<RunResult> &before = report.judged->before.run;
    return CompareVerdicts(before ? *before : kNone,
                           *report.judged->after.run);
}

std::vector<VerdictChange> ChangesOfStep(const ReviewReport &report,
                                         size_t step)
{
    static const RunResult kNone;
    const JudgedSide &after = report.steps[step].after;
    if (!report.judged || !after.run) {
        return {};
    }
    // A patch that broke the build is passed over: what counts is the last
    // file that could be judged.
    const RunResult *before =
        report.judged->before.run ? &*report.judged->before.run : &kNone;
    for (size_t i = 0; i < step; i++) {
        if (report.steps[i].after.run) {
            before = &*report.steps[i].after.run;
        }
    }
    return CompareVerdicts(*before, *after.run);
}

std::optional<size_t> FirstBreakingStep(const ReviewReport &report)
{
    for (size_t i = 0; i < report.steps.size(); i++) {
        if (Breaks(report, i)) {
            return i;
        }
    }
    return std::nullopt;
}

}  // namespace laio
