#include "tools/report/bench_text.h"

#include <fmt/format.h>

#include <numeric>

#include "tools/report/wrap.h"

namespace laio {
namespace {

double Syscalls(const Measurement &run)
{
    return std::accumulate(
        run.syscalls_per_io.begin(), run.syscalls_per_io.end(), 0.0,
        [](double sum, const auto &entry) { return sum + entry.second; });
}

std::string Conditions(const Comparison &comparison)
{
    const Measurement &run = comparison.runs[0];
    return fmt::format("{} of {} bytes, {}, on {}; medians of {} interleaved "
                       "run{} each",
                       run.rw, run.bs_bytes,
                       run.direct ? "direct" : "through the page cache",
                       run.file, comparison.repeats,
                       comparison.repeats == 1 ? "" : "s");
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

// The end of a long name, which tells files apart, fits the column.
std::string ColumnText(const std::string &name)
{
    constexpr size_t kColumn = 25;
    return name.size() <= kColumn
               ? name
               : "..." + name.substr(name.size() - kColumn + 3);
}

std::string RatioText(const Comparison &comparison, const Ratio &ratio)
{
    std::string text = fmt::format(
        "{} / {}, qd {}: IO/s {}, user ns {}",
        EngineText(comparison, ratio.engine),
        EngineText(comparison, ratio.over), ratio.qd, SpreadText(ratio.iops),
        SpreadText(ratio.user_ns_per_io));
    bool iops_unclear = ratio.iops.low <= 1 && ratio.iops.high >= 1;
    bool user_unclear =
        ratio.user_ns_per_io.low <= 1 && ratio.user_ns_per_io.high >= 1;
    if (iops_unclear && user_unclear) {
        text += "; the runs differ more than the engines";
    }
    return text;
}

}  // namespace

std::string SpreadText(const Spread &spread)
{
    return fmt::format("{:.2f} ({:.2f} .. {:.2f})", spread.median, spread.low,
                       spread.high);
}

std::string EngineText(const Comparison &comparison,
                       const std::string &engine)
{
    for (const Measurement &run : comparison.runs) {
        if (run.engine == engine) {
            return run.reap == engine
                       ? engine
                       : fmt::format("{} ({})", engine, run.reap);
        }
    }
    return engine;
}

std::string BenchText(const Comparison &comparison)
{
    if (comparison.runs.empty()) {
        return "";
    }
    std::string text = Paragraph("  ", Conditions(comparison));
    text += fmt::format("  {:<25} {:>4} {:>9} {:>8} {:>8} {:>7} {:>7}\n", "",
                        "qd", "IO/s", "user ns", "sys ns", "calls", "p99 us");
    for (const Measurement &run : comparison.runs) {
        text += fmt::format(
            "  {:<25} {:>4} {:>9.0f} {:>8.0f} {:>8.0f} {:>7.3f} {:>7.0f}\n",
            ColumnText(EngineText(comparison, run.engine)), run.qd, run.iops,
            run.user_ns_per_io, run.sys_ns_per_io, Syscalls(run), run.p99_us);
    }
    text += "  (user ns, sys ns and calls are per I/O)\n";
    for (const Measurement &run : comparison.runs) {
        text += Paragraph(fmt::format("  calls of {}, qd {}: ", run.engine,
                                      run.qd),
                          SyscallsText(run));
    }
    for (const Ratio &ratio : comparison.ratios) {
        text += Paragraph("  ", RatioText(comparison, ratio));
    }
    return text;
}

}  // namespace laio
