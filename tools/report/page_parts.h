// The parts of a review's page, one function each; every one adds itself to
// the element it is given.

#ifndef TOOLS_REPORT_PAGE_PARTS_H
#define TOOLS_REPORT_PAGE_PARTS_H

#include <string>
#include <vector>

#include "tools/report/html.h"
#include "tools/report/review_report.h"

namespace laio {

// A section with an <h2>, as a landmark that is called like it.
html::Element AddSection(html::Element parent, const std::string &id,
                         const std::string &heading);

// A table with a caption inside a region that scrolls sideways and that a
// keyboard reaches, its first row made of `columns`.
//
//   kind     CSS class
//   columns  names; those that start with '#' are numbers, without the '#'
// Returns:   the <tbody>.
html::Element AddTable(html::Element parent, const std::string &kind,
                       const std::string &caption,
                       const std::vector<std::string> &columns);

// The mails: what was salvaged, how it applied, a series patch by patch.
void AddSalvage(html::Element parent, const ReviewReport &report);
void AddSeries(html::Element parent, const ReviewReport &report);

// Every patch as a table of lines with notes under them.
void AddPatches(html::Element parent, const ReviewReport &report);

// Style by rule, before and after what the machine mends.
void AddStyle(html::Element parent, const ReviewReport &report);

// The matrix of verdicts, and what broke, with charts.
void AddVerdicts(html::Element parent, const ReviewReport &report);

// An interleaving: a table with a row per step, its lanes drawn.
void AddChart(html::Element parent, const ScenarioResult &scenario);

// Measurements as a table and as plots of every run.
void AddBench(html::Element parent, const ReviewReport &report);

}  // namespace laio

#endif  // TOOLS_REPORT_PAGE_PARTS_H
