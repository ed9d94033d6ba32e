// The section about a series, patch by patch.

#include <fmt/format.h>

#include <algorithm>

#include "tools/report/review_sections.h"
#include "tools/report/verdict_changes.h"
#include "tools/report/verdict_in_words.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

std::string StepText(const ReviewReport &report, size_t step)
{
    const PatchStep &patch = report.steps[step];
    if (!patch.problem.empty()) {
        return "does not apply: " + patch.problem;
    }
    std::string text = "applies";
    if (step < report.style.size()) {
        text += fmt::format(", {} of style",
                            Counted(report.style[step].before.findings.size(),
                                    "finding"));
    }
    if (!patch.after.compiled) {
        return text + ", not compiled";
    }
    if (!patch.after.compiled->ok) {
        return text + ", does not compile";
    }
    std::vector<VerdictChange> changes = ChangesOfStep(report, step);
    auto broken = std::count_if(
        changes.begin(), changes.end(),
        [](auto &change) { return change.IsNewFailure(); });
    auto mended = std::count_if(changes.begin(), changes.end(),
                                [](auto &change) { return change.IsFixed(); });
    text += fmt::format(", compiles, {} newly broken, {} mended",
                        Counted(static_cast<size_t>(broken), "promise"),
                        mended);
    return text;
}

}  // namespace

std::string SeriesSection(const ReviewReport &report)
{
    if (report.steps.empty()) {
        return "";
    }
    std::optional<size_t> first = FirstBreakingStep(report);
    std::string text = Heading("Patch by patch");
    for (size_t i = 0; i < report.steps.size(); i++) {
        text += Paragraph(fmt::format("  {}. ", i + 1),
                          report.mails[i].subject);
        text += Paragraph(first == i ? "   ! " : "     ",
                          StepText(report, i) +
                              (first == i ? "  <-- the first that breaks"
                                          : ""));
    }
    return text;
}

}  // namespace laio
