// Sequence charts on the page.

#include <fmt/format.h>

#include <algorithm>

#include "tools/report/chart_rows.h"
#include "tools/report/page_parts.h"

namespace laio {
namespace {

constexpr int kChartEvents = 32;
constexpr int kDeepestIndent = 8;
// In percent of the lanes' width: caller, loop, kernel.
constexpr int kLaneOf[] = {16, 50, 84};
constexpr int kMiddle = 12;  // of a line of text, in pixels from its top

int Lane(Actor actor)
{
    return kLaneOf[static_cast<int>(actor)];
}

std::string Percent(int share)
{
    return fmt::format("{}%", share);
}

html::Element AddLanes(html::Element cell)
{
    html::Element svg = cell.Add("svg", {{"aria-hidden", "true"},
                                         {"focusable", "false"}});
    for (int lane : kLaneOf) {
        svg.Add("line", {{"class", "life"},
                         {"x1", Percent(lane)},
                         {"x2", Percent(lane)},
                         {"y1", "0"},
                         {"y2", "100%"}});
    }
    return svg;
}

void AddArrow(html::Element svg, const TraceEvent &event)
{
    std::string y = std::to_string(kMiddle);
    if (event.from == event.to) {
        svg.Add("circle", {{"class", "head"},
                           {"cx", Percent(Lane(event.from))},
                           {"cy", y},
                           {"r", "4"}});
        return;
    }
    bool right = Lane(event.from) < Lane(event.to);
    svg.Add("line", {{"class", "arrow"},
                     {"x1", Percent(Lane(event.from))},
                     {"x2", Percent(Lane(event.to))},
                     {"y1", y},
                     {"y2", y}});
    // In a frame of its own: a path has no percentages.
    svg.Add("svg", {{"x", Percent(Lane(event.to))},
                    {"y", std::to_string(kMiddle - 4)},
                    {"width", "8"},
                    {"height", "8"},
                    {"overflow", "visible"}})
        .Add("path", {{"class", "head"},
                      {"d", right ? "M0 4L-8 0L-8 8z" : "M0 4L8 0L8 8z"}});
}

std::string Spoken(const TraceEvent &event)
{
    return event.from == event.to
               ? fmt::format("{}: ", ActorName(event.from))
               : fmt::format("{} to {}: ", ActorName(event.from),
                             ActorName(event.to));
}

void AddEvent(html::Element rows, const TraceEvent &event)
{
    html::Element row =
        rows.Add("tr", {{"class", event.broken ? "broken" : ""}});
    row.Add("td", {{"class", "number step"}}, std::to_string(event.step));
    html::Element lanes = row.Add("td", {{"class", "lanes"}});
    AddArrow(AddLanes(lanes), event);
    int depth = std::clamp(event.depth, 0, kDeepestIndent);
    html::Element words = row.Add(
        "td", {{"class", "code"},
               {"style", fmt::format("padding-left: {:.1f}rem",
                                     0.5 + 0.8 * depth)}});
    words.Add("span", {{"class", "unseen"}}, Spoken(event));
    words.Text(event.text);
    if (event.broken) {
        words.Add("strong", {}, " ◀ broken here");
    }
}

void AddGap(html::Element rows, int left_out)
{
    html::Element row = rows.Add("tr");
    row.Add("td", {{"class", "number step"}}, "…");
    AddLanes(row.Add("td", {{"class", "lanes"}}));
    row.Add("td", {{"class", "quiet"}},
            fmt::format("{} steps left out", left_out));
}

void AddHeader(html::Element table)
{
    html::Element row = table.Add("thead").Add("tr");
    row.Add("th", {{"scope", "col"}, {"class", "number step"}}, "Step");
    html::Element lanes =
        row.Add("th", {{"scope", "col"}, {"class", "lanes"}});
    lanes.Add("span", {{"class", "unseen"}}, "From and to");
    html::Element svg = lanes.Add("svg", {{"aria-hidden", "true"},
                                          {"focusable", "false"}});
    for (Actor actor : {Actor::kCaller, Actor::kLoop, Actor::kKernel}) {
        svg.Add("text", {{"x", Percent(Lane(actor))},
                         {"y", "16"},
                         {"font-size", "11"},
                         {"text-anchor", "middle"}},
                ActorName(actor));
    }
    row.Add("th", {{"scope", "col"}}, "What happens");
}

}  // namespace

void AddChart(html::Element parent, const ScenarioResult &scenario)
{
    if (scenario.trace.empty()) {
        return;
    }
    html::Element table = parent.Add("table", {{"class", "chart"}});
    table.AddText("caption", "Step by step: " + scenario.name);
    AddHeader(table);
    html::Element rows = table.Add("tbody");
    for (const ChartRow &row : ChartRows(scenario.trace, kChartEvents)) {
        if (row.event) {
            AddEvent(rows, *row.event);
        } else {
            AddGap(rows, row.left_out);
        }
    }
}

}  // namespace laio
