// Verdicts for people: a table, and a chart for each promise that broke.

#ifndef TOOLS_REPORT_VERDICTS_TEXT_H
#define TOOLS_REPORT_VERDICTS_TEXT_H

#include <string>
#include <vector>

#include "tests/harness/verdict.h"

namespace laio {

struct VerdictsTextOptions {
    bool color = false;  // of the verdicts, for a terminal
    int max_chart_events = 32;
};

// One subject: a line per scenario, why where it did not pass, the charts of
// those that failed, and the total.
std::string VerdictsText(const RunResult &run,
                         const VerdictsTextOptions &options = {});

// Name, promise, detail and chart of one scenario, set in by `indent`.
std::string ScenarioText(const ScenarioResult &scenario,
                         const std::string &indent, int max_chart_events);

// The same of several, an empty line before each. A chart that is drawn
// already is named instead: many programs break in one way.
std::string ScenarioTexts(const std::vector<const ScenarioResult *> &scenarios,
                          const std::string &indent, int max_chart_events);

}  // namespace laio

#endif  // TOOLS_REPORT_VERDICTS_TEXT_H
