// A plot of repeated runs: a line per engine, a ring per run, a bar at their
// median. As SVG, with the numbers in words for those who do not see it.

#ifndef TOOLS_REPORT_PAGE_PLOT_H
#define TOOLS_REPORT_PAGE_PLOT_H

#include <optional>
#include <string>
#include <vector>

#include "tools/report/html.h"

namespace laio {

struct PlotRow {
    std::string label;
    std::vector<double> runs;  // at least one, finite
    double median = 0;
};

struct Plot {
    std::string title;  // with the unit
    std::string id;     // unique on the page
    std::vector<PlotRow> rows;
    // A line across all rows, as 1 among ratios; the axis begins at 0 without.
    std::optional<double> even;
};

void AddPlot(html::Element parent, const Plot &plot);

}  // namespace laio

#endif  // TOOLS_REPORT_PAGE_PLOT_H
