#include "tools/report/verdicts_text.h"

#include <fmt/format.h>

#include <map>

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

// Name, promise and detail.
std::string Headline(const ScenarioResult &scenario,
                     const std::string &indent)
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
    return text;
}

}  // namespace

std::string ScenarioText(const ScenarioResult &scenario,
                         const std::string &indent, int max_chart_events)
{
    return Headline(scenario, indent) +
           SequenceChart(scenario.trace, {.max_events = max_chart_events,
                                          .indent = indent + "  "});
}

std::string ScenarioTexts(const std::vector<const ScenarioResult *> &scenarios,
                          const std::string &indent, int max_chart_events)
{
    std::string text;
    std::map<std::string, std::string> drawn;  // a chart, and for whom
    for (const ScenarioResult *scenario : scenarios) {
        std::string chart =
            SequenceChart(scenario->trace, {.max_events = max_chart_events,
                                            .indent = indent + "  "});
        auto [first, is_new] = drawn.emplace(chart, scenario->name);
        text += "\n" + Headline(*scenario, indent);
        text += is_new || chart.empty()
                    ? chart
                    : Paragraph(indent + "  ", "step by step as in " +
                                                   first->second);
    }
    return text;
}

std::string VerdictsText(const RunResult &run,
                         const VerdictsTextOptions &options)
{
    std::string text = fmt::format("{}\n", run.subject);
    std::vector<const ScenarioResult *> failing;
    for (const ScenarioResult &scenario : run.scenarios) {
        text += fmt::format("  {}  {}\n",
                            Painted(scenario.verdict, options.color),
                            scenario.name);
        if (scenario.verdict != Verdict::kPass && !scenario.detail.empty()) {
            text += Paragraph("         ", scenario.detail);
        }
        if (IsFailing(scenario.verdict)) {
            failing.push_back(&scenario);
        }
    }
    return text + ScenarioTexts(failing, "  ", options.max_chart_events) +
           fmt::format("\n  {}\n", CountVerdicts(run));
}

}  // namespace laio
