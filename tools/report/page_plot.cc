#include "tools/report/page_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace laio {
namespace {

constexpr double kWidth = 360;
constexpr double kMargin = 14;
constexpr double kRowHeight = 48;
constexpr double kAxisHeight = 24;
constexpr int kTicks = 3;
constexpr const char *kFont = "13";

std::string Number(double value)
{
    double size = std::fabs(value);
    return size == 0     ? "0"
           : size >= 100 ? fmt::format("{:.0f}", value)
           : size >= 1   ? fmt::format("{:.3g}", value)
                         : fmt::format("{:.2f}", value);
}

std::string Pixels(double value)
{
    return fmt::format("{:.1f}", value);
}

// 1, 2 or 5 times a power of ten, at least `value`.
double RoundStep(double value)
{
    double power = std::pow(10, std::floor(std::log10(value)));
    for (double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= value) {
            return factor * power;
        }
    }
    return 10 * power;
}

class Scale {
 public:
    explicit Scale(const Plot &plot)
    {
        high_ = plot.even.value_or(0);
        low_ = high_;
        for (const PlotRow &row : plot.rows) {
            auto [low, high] =
                std::minmax_element(row.runs.begin(), row.runs.end());
            low_ = std::min(low_, *low);
            high_ = std::max(high_, *high);
        }
        step_ = RoundStep(std::max((high_ - low_) / kTicks, 1e-9));
        low_ = std::floor(low_ / step_) * step_;
        high_ = std::ceil(high_ / step_ + 1e-9) * step_;
    }

    double X(double value) const
    {
        return kMargin +
               (value - low_) / (high_ - low_) * (kWidth - 2 * kMargin);
    }

    std::vector<double> Ticks() const
    {
        std::vector<double> ticks;
        for (double tick = low_; tick < high_ + step_ / 2; tick += step_) {
            ticks.push_back(tick);
        }
        return ticks;
    }

 private:
    double low_ = 0;
    double high_ = 0;
    double step_ = 0;
};

std::string InWords(const Plot &plot)
{
    std::string text;
    for (const PlotRow &row : plot.rows) {
        auto [low, high] =
            std::minmax_element(row.runs.begin(), row.runs.end());
        text += fmt::format("{}: median {}, from {} to {}, {} runs. ",
                            row.label, Number(row.median), Number(*low),
                            Number(*high), row.runs.size());
    }
    return text;
}

void AddLine(html::Element svg, const char *look, double x1, double y1,
             double x2, double y2)
{
    svg.Add("line", {{"class", look},
                     {"x1", Pixels(x1)},
                     {"y1", Pixels(y1)},
                     {"x2", Pixels(x2)},
                     {"y2", Pixels(y2)}});
}

void AddRow(html::Element svg, const Scale &scale, const PlotRow &row,
            double top)
{
    double y = top + 34;
    svg.Add("text", {{"x", Pixels(kMargin)},
                     {"y", Pixels(top + 16)},
                     {"font-size", kFont}},
            fmt::format("{}: {}", row.label, Number(row.median)));
    auto [low, high] = std::minmax_element(row.runs.begin(), row.runs.end());
    AddLine(svg, "span", scale.X(*low), y, scale.X(*high), y);
    for (double run : row.runs) {
        svg.Add("circle", {{"class", "run"},
                           {"cx", Pixels(scale.X(run))},
                           {"cy", Pixels(y)},
                           {"r", "5"}});
    }
    AddLine(svg, "median", scale.X(row.median), y - 10, scale.X(row.median),
            y + 10);
}

void AddAxis(html::Element svg, const Scale &scale, double y)
{
    AddLine(svg, "axis", kMargin, y, kWidth - kMargin, y);
    std::vector<double> ticks = scale.Ticks();
    for (double tick : ticks) {
        const char *anchor = tick == ticks.front()  ? "start"
                             : tick == ticks.back() ? "end"
                                                    : "middle";
        AddLine(svg, "axis", scale.X(tick), y, scale.X(tick), y + 5);
        svg.Add("text", {{"x", Pixels(scale.X(tick))},
                         {"y", Pixels(y + 19)},
                         {"font-size", kFont},
                         {"text-anchor", anchor}},
                Number(tick));
    }
}

}  // namespace

void AddPlot(html::Element parent, const Plot &plot)
{
    if (plot.rows.empty()) {
        return;
    }
    Scale scale(plot);
    double bottom = kRowHeight * static_cast<double>(plot.rows.size()) + 6;
    html::Element figure = parent.Add("figure", {{"class", "plot"}});
    figure.AddText("figcaption", plot.title + "; a ring per run, a bar at "
                                              "their median");
    html::Element svg = figure.Add(
        "svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                {"role", "img"},
                {"aria-labelledby", plot.id + "-title " + plot.id + "-desc"},
                {"viewBox", fmt::format("0 0 {} {}", kWidth,
                                        bottom + kAxisHeight)}});
    svg.Add("title", {{"id", plot.id + "-title"}}, plot.title);
    svg.Add("desc", {{"id", plot.id + "-desc"}}, InWords(plot));
    if (plot.even) {
        AddLine(svg, "even", scale.X(*plot.even), 0, scale.X(*plot.even),
                bottom);
    }
    for (size_t i = 0; i < plot.rows.size(); i++) {
        AddRow(svg, scale, plot.rows[i], kRowHeight * static_cast<double>(i));
    }
    AddAxis(svg, scale, bottom);
}

}  // namespace laio
