#include "tools/report/bench_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "tools/report/wrap.h"

namespace laio {
namespace {

std::string Conditions(const Comparison &comparison)
{
    const Measurement &run = comparison.runs[0];
    std::string jobs =
        run.jobs == 1 ? "" : fmt::format(", {} jobs on one loop", run.jobs);
    return fmt::format("{} of {} bytes, {}{}, on {}; medians of {} "
                       "interleaved run{} each",
                       run.rw, run.bs_bytes,
                       run.direct ? "direct" : "through the page cache", jobs,
                       run.file, comparison.repeats,
                       comparison.repeats == 1 ? "" : "s");
}

// "-" for what an engine does not tell.
std::string NumberText(double number)
{
    if (std::isnan(number)) {
        return "-";
    }
    return number < 9.95 ? fmt::format("{:.1f}", number)
                         : fmt::format("{:.0f}", number);
}

std::string SyscallsText(const Measurement &run)
{
    std::string text;
    for (const auto &[name, count] : run.syscalls_per_io) {
        if (count > 0) {
            text += fmt::format("{}{} {:.3f}", text.empty() ? "" : ", ", name,
                                count);
        }
    }
    return text.empty() ? "none" : text;
}

std::string DetailsText(const Measurement &run)
{
    std::string text = fmt::format("{} MB/s", NumberText(run.mb_per_s()));
    if (!std::isnan(run.completions_per_wakeup)) {
        text += fmt::format(", {} completions per wake-up",
                            NumberText(run.completions_per_wakeup));
    }
    if (!run.syscalls_per_io.empty()) {
        text += "; system calls per I/O: " + SyscallsText(run);
    }
    return text;
}

// The end of a long name, which tells files apart, fits the column.
std::string ColumnText(const std::string &name)
{
    constexpr size_t kColumn = 22;
    return name.size() <= kColumn
               ? name
               : "..." + name.substr(name.size() - kColumn + 3);
}

bool IsUnclear(const Spread &ratio)
{
    return ratio.low <= 1 && ratio.high >= 1;
}

std::string RatioText(const Ratio &ratio)
{
    std::string text = fmt::format(
        "{} / {}, qd {}: IO/s {}, user ns {}, cpu ns {}", ratio.engine,
        ratio.over, ratio.qd, SpreadText(ratio.iops),
        SpreadText(ratio.user_ns_per_io), SpreadText(ratio.cpu_ns_per_io));
    if (IsUnclear(ratio.iops) && IsUnclear(ratio.cpu_ns_per_io)) {
        text += "; the runs differ more than the engines";
    }
    return text;
}

std::string Table(const Comparison &comparison)
{
    constexpr const char *kRow =
        "  {:<22} {:>4} {:>8} {:>7} {:>7} {:>6} {:>6} {:>6}\n";
    std::string text = fmt::format(fmt::runtime(kRow), "", "qd", "IO/s",
                                   "user ns", "sys ns", "p50", "p99",
                                   "p99.9");
    for (const Measurement &run : comparison.runs) {
        text += fmt::format(
            fmt::runtime(kRow), ColumnText(LabelOf(run)), run.qd,
            fmt::format("{:.0f}", run.iops),
            fmt::format("{:.0f}", run.user_ns_per_io),
            fmt::format("{:.0f}", run.sys_ns_per_io), NumberText(run.p50_us),
            NumberText(run.p99_us), NumberText(run.p999_us));
    }
    return text + "  (user ns and sys ns are of the processor, per I/O; "
                  "latencies in us)\n";
}

std::string Bars(const Comparison &comparison, const std::string &title,
                 double Measurement::*quantity)
{
    constexpr double kLongest = 36;
    double most = 0;
    for (const Measurement &run : comparison.runs) {
        most = std::max(most, run.*quantity);
    }
    std::string text = "\n  " + title + "\n";
    for (const Measurement &run : comparison.runs) {
        double share = most > 0 ? run.*quantity / most : 0;
        auto length = static_cast<size_t>(std::lround(share * kLongest));
        text += fmt::format("  {:<22} {:>4} {} {:.0f}\n",
                            ColumnText(LabelOf(run)), run.qd,
                            std::string(length, '#'), run.*quantity);
    }
    return text;
}

}  // namespace

std::string SpreadText(const Spread &spread)
{
    return fmt::format("{:.2f} ({:.2f} .. {:.2f})", spread.median, spread.low,
                       spread.high);
}

std::string BenchText(const Comparison &comparison)
{
    std::string text;
    if (!comparison.runs.empty()) {
        text += Paragraph("  ", Conditions(comparison)) + Table(comparison);
    }
    for (const Measurement &run : comparison.runs) {
        text += Paragraph(fmt::format("  {}, qd {}: ", LabelOf(run), run.qd),
                          DetailsText(run));
    }
    for (const Ratio &ratio : comparison.ratios) {
        text += Paragraph("  ", RatioText(ratio));
    }
    for (const NotMeasured &engine : comparison.not_measured) {
        text += Paragraph("  not measured: ",
                          engine.engine + ": " + engine.why);
    }
    return text;
}

std::string BenchChart(const Comparison &comparison)
{
    return Bars(comparison, "IO/s, the longer the better",
                &Measurement::iops) +
           Bars(comparison, "user ns per I/O, the shorter the better",
                &Measurement::user_ns_per_io);
}

}  // namespace laio
