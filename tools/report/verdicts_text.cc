#include "tools/report/verdicts_text.h"

#include <fmt/format.h>

#include "tools/report/sequence_chart.h"
#include "tools/report/verdict_changes.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

std::string Painted(Verdict verdict, bool color)
{
    std::string name = fmt::format("{:<5}", VerdictName(verdict));
    if (!color) {
        return name;
    }
    int code = verdict == Verdict::kPass ? 32 : IsFailing(verdict) ? 31 : 33;
    return fmt::format("\x1b[{}m{}\x1b[0m", code, name);
}

}  // namespace

std::string ScenarioText(const ScenarioResult &scenario,
                         const std::string &indent, int max_chart_events)
{
    std::string text = Paragraph(
        indent, fmt::format("{}: {}", scenario.name,
                            VerdictName(scenario.verdict)));
    if (!scenario.sentence.empty()) {
        text += Paragraph(indent + "  promise: ", scenario.sentence);
    }
    if (!scenario.detail.empty()) {
        text += Paragraph(indent + "  but:     ", scenario.detail);
    }
    return text + SequenceChart(scenario.trace,
                                {.max_events = max_chart_events,
                                 .indent = indent + "  "});
}

std::string VerdictsText(const RunResult &run,
                         const VerdictsTextOptions &options)
{
    std::string text = fmt::format("{}\n", run.subject);
    std::string charts;
    for (const ScenarioResult &scenario : run.scenarios) {
        text += fmt::format("  {}  {}\n",
                            Painted(scenario.verdict, options.color),
                            scenario.name);
        if (scenario.verdict != Verdict::kPass && !scenario.detail.empty()) {
            text += Paragraph("         ", scenario.detail);
        }
        if (IsFailing(scenario.verdict)) {
            charts += "\n" + ScenarioText(scenario, "  ",
                                          options.max_chart_events);
        }
    }
    return text + charts + fmt::format("\n  {}\n", CountVerdicts(run));
}

}  // namespace laio
