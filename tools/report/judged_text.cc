// The sections about the compiled file: build, verdicts, measurements.

#include <fmt/format.h>

#include "tools/report/bench_text.h"
#include "tools/report/review_sections.h"
#include "tools/report/verdicts_text.h"
#include "tools/report/verdict_changes.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

constexpr size_t kCompilerLines = 30;
constexpr int kChartEvents = 32;

std::string BuildText(const std::optional<Compiled> &compiled)
{
    if (!compiled) {
        return "no such file";
    }
    return fmt::format("{}, {} error{}, {} warning{}",
                       compiled->ok ? "compiles" : "does not compile",
                       compiled->errors, compiled->errors == 1 ? "" : "s",
                       compiled->warnings,
                       compiled->warnings == 1 ? "" : "s");
}

std::string VerdictText(const std::optional<Verdict> &verdict)
{
    return verdict ? VerdictName(*verdict) : "-";
}

// The rows that differ; the rest is in the totals.
std::string ChangesTable(const std::vector<VerdictChange> &changes)
{
    std::string rows;
    for (const VerdictChange &change : changes) {
        if (!change.IsSame()) {
            rows += fmt::format("  {:<6} {:<6} {}\n",
                                VerdictText(change.before),
                                VerdictText(change.after), change.name);
        }
    }
    if (rows.empty()) {
        return "  no verdict changed\n";
    }
    return "  before after  scenario\n" + rows;
}

std::string FailingBothTimes(const std::vector<VerdictChange> &changes)
{
    std::string text;
    for (const VerdictChange &change : changes) {
        if (change.FailsBothTimes()) {
            text += Paragraph(
                fmt::format("    {:<6}", VerdictText(change.after)),
                change.name);
        }
    }
    return text.empty() ? ""
                        : "  not kept before either, so not this patch's:\n" +
                              text;
}

std::string NewFailures(const std::vector<VerdictChange> &changes)
{
    std::vector<const ScenarioResult *> failing;
    for (const VerdictChange &change : changes) {
        if (change.IsNewFailure()) {
            failing.push_back(change.result);
        }
    }
    return ScenarioTexts(failing, "  ", kChartEvents);
}

}  // namespace

std::string CompileSection(const ReviewReport &report)
{
    if (!report.judged) {
        return "";
    }
    const JudgedFile &judged = *report.judged;
    std::string text = Heading("Compile") + Paragraph("  ", judged.path);
    text += Paragraph("  before: ", BuildText(judged.before.compiled));
    text += Paragraph("  after:  ", BuildText(judged.after.compiled));
    if (judged.after.compiled && !judged.after.compiled->output.empty()) {
        text += Excerpt(judged.after.compiled->output, kCompilerLines, "    ");
    }
    return text;
}

std::string RunSection(const ReviewReport &report)
{
    if (!report.judged || !report.judged->after.run) {
        return "";
    }
    const RunResult &after = *report.judged->after.run;
    std::string text = Heading("Run");
    RunResult before;
    if (report.judged->before.run) {
        before = *report.judged->before.run;
        text += Paragraph("  before: ", CountVerdicts(before));
    }
    text += Paragraph("  after:  ", CountVerdicts(after));
    std::vector<VerdictChange> changes = CompareVerdicts(before, after);
    return text + ChangesTable(changes) + FailingBothTimes(changes) +
           NewFailures(changes);
}

std::string BenchSection(const ReviewReport &report)
{
    if (!report.judged) {
        return "";
    }
    const JudgedFile &judged = *report.judged;
    if (judged.bench) {
        return Heading("Bench") + BenchText(*judged.bench);
    }
    return judged.bench_note.empty()
               ? ""
               : Heading("Bench") + Paragraph("  ", judged.bench_note);
}

}  // namespace laio
