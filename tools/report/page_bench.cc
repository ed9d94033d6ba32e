// Measurements on the page.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tools/report/bench_text.h"
#include "tools/report/page_parts.h"
#include "tools/report/page_plot.h"

namespace laio {
namespace {

std::string Number(double value)
{
    return std::isfinite(value) ? fmt::format("{:.0f}", value) : "–";
}

std::string Label(const Measurement &run)
{
    return fmt::format("{}, qd {}", LabelOf(run), run.qd);
}

void AddRuns(html::Element section, const Comparison &bench)
{
    html::Element rows = AddTable(
        section, "bench",
        fmt::format("Medians of {} interleaved runs: {} of {} bytes, {}",
                    bench.repeats, bench.runs[0].rw, bench.runs[0].bs_bytes,
                    bench.runs[0].direct ? "direct"
                                         : "through the page cache"),
        {"Engine", "#IO/s", "#User ns per I/O", "#System ns per I/O",
         "#p50 µs", "#p99 µs", "#p99.9 µs"});
    for (const Measurement &run : bench.runs) {
        html::Element row = rows.Add("tr");
        row.Add("th", {{"scope", "row"}, {"class", "name"}},
                Label(run));
        for (double value : {run.iops, run.user_ns_per_io, run.sys_ns_per_io,
                             run.p50_us, run.p99_us, run.p999_us}) {
            row.Add("td", {{"class", "number"}}, Number(value));
        }
    }
}

void AddRatios(html::Element section, const Comparison &bench)
{
    html::Element rows = AddTable(
        section, "ratios",
        "Ratios: the median of pairs run side by side, lowest and highest",
        {"Of, over", "IO/s (above 1 is faster)",
         "User time (below 1 is less)", "CPU time (below 1 is less)"});
    for (const Ratio &ratio : bench.ratios) {
        html::Element row = rows.Add("tr");
        row.Add("th", {{"scope", "row"}, {"class", "name"}},
                fmt::format("{}, over {}, qd {}", ratio.engine, ratio.over,
                            ratio.qd));
        row.AddText("td", SpreadText(ratio.iops));
        row.AddText("td", SpreadText(ratio.user_ns_per_io));
        row.AddText("td", SpreadText(ratio.cpu_ns_per_io));
    }
}

// Every run of every engine.
Plot PlotOf(const Comparison &bench, const std::string &title,
            const std::string &id, double Measurement::*quantity)
{
    Plot plot{title, id, {}, {}};
    for (size_t i = 0; i < bench.runs.size(); i++) {
        PlotRow row{Label(bench.runs[i]), {}, bench.runs[i].*quantity};
        for (const std::vector<Measurement> &round : bench.rounds) {
            if (i < round.size() && std::isfinite(round[i].*quantity)) {
                row.runs.push_back(round[i].*quantity);
            }
        }
        if (!row.runs.empty() && std::isfinite(row.median)) {
            plot.rows.push_back(std::move(row));
        }
    }
    return plot;
}

}  // namespace

void AddBench(html::Element parent, const ReviewReport &report)
{
    if (!report.judged ||
        (!report.judged->bench && report.judged->bench_note.empty())) {
        return;
    }
    html::Element section = AddSection(parent, "bench", "Bench");
    const std::optional<Comparison> &bench = report.judged->bench;
    if (!bench || bench->runs.empty()) {
        section.AddText("p", report.judged->bench_note);
        return;
    }
    AddRuns(section, *bench);
    AddRatios(section, *bench);
    AddPlot(section, PlotOf(*bench, "IO/s, more is better", "plot-iops",
                            &Measurement::iops));
    AddPlot(section, PlotOf(*bench, "User time, ns per I/O, less is better",
                            "plot-user", &Measurement::user_ns_per_io));
    AddPlot(section, PlotOf(*bench, "p99 latency, µs, less is better",
                            "plot-p99", &Measurement::p99_us));
}

}  // namespace laio
