// The sections about the compiled file: build, verdicts, measurements.

#include <fmt/format.h>

#include "tools/report/bench_text.h"
#include "tools/report/breakages.h"
#include "tools/report/review_sections.h"
#include "tools/report/verdicts_text.h"
#include "tools/report/verdict_changes.h"
#include "tools/report/verdict_in_words.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

constexpr size_t kCompilerLines = 30;
constexpr int kChartEvents = 24;

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

std::string Row(const VerdictChange &change)
{
    return fmt::format("  {:<6} {:<6} {}\n", VerdictText(change.before),
                       VerdictText(change.after), change.name);
}

// The rows that differ, the worst first; the rest is in the totals.
std::string ChangesTable(const std::vector<VerdictChange> &changes)
{
    std::string broken;
    std::string mended;
    std::string other;
    for (const VerdictChange &change : changes) {
        if (change.IsNewFailure()) {
            broken += Row(change);
        } else if (change.IsFixed()) {
            mended += Row(change);
        } else if (!change.IsSame() && !change.FailsBothTimes()) {
            other += Row(change);
        }
    }
    std::string rows = broken + mended + other;
    return rows.empty() ? "  no verdict changed\n"
                        : "  before after  scenario\n" + rows;
}

std::string FailingBothTimes(const std::vector<VerdictChange> &changes)
{
    std::string names;
    size_t count = 0;
    for (const VerdictChange &change : changes) {
        if (change.FailsBothTimes()) {
            names += (count++ ? ", " : "") + change.name;
        }
    }
    return names.empty()
               ? ""
               : Paragraph("  ", fmt::format("{} not kept before either, so "
                                             "not this patch's: {}",
                                             Counted(count, "promise"),
                                             names));
}

std::string NewFailures(const std::vector<VerdictChange> &changes)
{
    std::vector<const ScenarioResult *> failing;
    for (const Breakage &breakage : GroupBreakages(changes)) {
        failing.insert(failing.end(), breakage.scenarios.begin(),
                       breakage.scenarios.end());
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
    if (report.judged->before.run) {
        text += Paragraph("  before: ",
                          CountVerdicts(*report.judged->before.run));
    }
    text += Paragraph("  after:  ", CountVerdicts(after));
    std::vector<VerdictChange> changes = Changes(report);
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
