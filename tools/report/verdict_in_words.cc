#include "tools/report/verdict_in_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/report/breakages.h"

namespace laio {
namespace {

constexpr size_t kMostMended = 5;

void AddPatchReasons(const ReviewReport &report, VerdictInWords &words)
{
    if (!report.apply_problem.empty()) {
        words.against.push_back({"it does not apply", report.apply_problem});
    }
    for (const SalvageResult &mail : report.mails) {
        for (const SalvagedFile &file : mail.files) {
            if (file.grade == Grade::kFailed) {
                words.against.push_back(
                    {"the patch of " + file.path + " is damaged", file.reason});
            }
        }
    }
}

void AddBuildReason(const JudgedFile &judged, VerdictInWords &words)
{
    const std::optional<Compiled> &compiled = judged.after.compiled;
    if (compiled && !compiled->ok) {
        std::string said =
            compiled->output.substr(0, compiled->output.find('\n'));
        words.against.push_back(
            {fmt::format("{} does not compile", judged.path), said});
    }
}

std::string WhereElse(const Breakage &breakage)
{
    size_t others = breakage.scenarios.size() - 1;
    return others ? fmt::format(" and {}", Counted(others, "other scenario"))
                  : "";
}

void AddVerdictReasons(const ReviewReport &report, VerdictInWords &words)
{
    for (const Breakage &breakage : GroupBreakages(Changes(report))) {
        words.against.push_back(
            {breakage.how,
             fmt::format("in {}{}. The promise: {}", breakage.Example().name,
                         WhereElse(breakage), breakage.Example().sentence)});
    }
}

void AddMended(const ReviewReport &report, VerdictInWords &words)
{
    size_t mended = 0;
    for (const VerdictChange &change : Changes(report)) {
        if (!change.IsFixed()) {
            continue;
        }
        if (mended++ < kMostMended) {
            words.in_favour.push_back(
                {fmt::format("mends {}", change.name),
                 change.result->sentence});
        }
    }
    if (mended > kMostMended) {
        words.in_favour.push_back(
            {fmt::format("mends {}",
                         Counted(mended - kMostMended, "other promise")),
             ""});
    }
}

void AddStyleReason(const ReviewReport &report, VerdictInWords &words)
{
    size_t errors = 0;
    size_t warnings = 0;
    size_t left = 0;
    for (const FixResult &style : report.style) {
        errors += static_cast<size_t>(style.before.errors);
        warnings += static_cast<size_t>(style.before.warnings);
        left += style.after.findings.size();
    }
    if (errors + warnings == 0) {
        return;
    }
    std::string what =
        left == 0 ? "the next version mends all of them"
        : left == errors + warnings
            ? "the author has to mend them"
            : fmt::format("the next version mends all but {}", left);
    words.against.push_back({fmt::format("checkpatch: {}, {}",
                                         Counted(errors, "error"),
                                         Counted(warnings, "warning")),
                             what});
}

void AddStepReason(const ReviewReport &report, VerdictInWords &words)
{
    std::optional<size_t> step = FirstBreakingStep(report);
    if (step) {
        words.against.push_back(
            {fmt::format("the first patch that breaks something is {} of {}",
                         *step + 1, report.steps.size()),
             report.mails[*step].subject});
    }
}

std::string Headline(const ReviewReport &report, const VerdictInWords &words)
{
    std::vector<VerdictChange> changes = Changes(report);
    auto broken = std::count_if(
        changes.begin(), changes.end(),
        [](auto &change) { return change.IsNewFailure(); });
    if (broken) {
        return fmt::format(
            "Not acceptable as it is: it breaks {} that the code kept before",
            Counted(static_cast<size_t>(broken), "promise"));
    }
    bool only_style = words.against.size() == 1 &&
                      words.against[0].what.starts_with("checkpatch");
    bool judged = report.judged && report.judged->after.run;
    if (only_style) {
        return judged ? "Right as far as it was tried, but not clean"
                      : "Not clean, and nothing of it was run";
    }
    if (!words.against.empty()) {
        return "Not acceptable as it is";
    }
    return judged ? "Nothing was found against it"
                  : "Nothing was found against it, but nothing of it was run";
}

}  // namespace

std::string Counted(size_t count, const std::string &what)
{
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

VerdictInWords InWords(const ReviewReport &report)
{
    VerdictInWords words;
    AddPatchReasons(report, words);
    AddStepReason(report, words);
    if (report.judged) {
        AddBuildReason(*report.judged, words);
    }
    AddVerdictReasons(report, words);
    AddMended(report, words);
    AddStyleReason(report, words);
    words.headline = Headline(report, words);
    return words;
}

}  // namespace laio
