// Measures one subject on one file and prints one JSON object.
//
// The subject is driven as it would be used; --bare shows what the requests
// cost alone. Nothing is written to the file unless --rw says so. Exit status:
// 0, or the kind of the Error that stderr tells.

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/bench/bare_loop.h"
#include "tests/bench/counting_kernel.h"
#include "tests/bench/io_load.h"
#include "tests/harness/subject_api.h"
#include "tests/harness/traits.h"
#include "tools/base/command_line.h"

namespace {

uint64_t read_calls;

}  // namespace

// In place of libc's, for everything in the process, subjects too: taking the
// count of an eventfd is a system call that no seam sees.
extern "C" __attribute__((visibility("default"))) ssize_t read(
    int fd, void *buffer, size_t bytes)
{
    read_calls++;
    return syscall(SYS_read, fd, buffer, bytes);
}

namespace laio {
namespace {

struct Options {
    std::string subject;
    std::string source;
    std::string bare;  // "ring" or "getevents": no subject
    std::string engine = "laio";
    std::string rw = "randread";
    int read_percent = 0;  // of a mixed pattern; 0: as it has it
    LoadOptions load;
};

void AddLoadOptions(Command &bench, LoadOptions &load)
{
    bench.Add("--file PATH", &load.file, "file or device").Required();
    bench.Add("--direct", &load.direct, "open it with O_DIRECT");
    bench.Add("--bs N", &load.bs, "bytes per request");
    bench.Add("--qd N", &load.qd, "requests in flight, of each job");
    bench.Add("--numjobs N", &load.jobs, "jobs that share the loop");
    bench.Add("--batch N", &load.batch,
              "requests per plug at most; 1: none is plugged");
    bench.Add("--poll-ns N", &load.poll_ns,
              "how long the loop may poll before it sleeps");
    bench.Add("--runtime-ms N", &load.limits.runtime_ms, "how long to measure");
    bench.Add("--warm-up-ms N", &load.limits.warm_up_ms,
              "how long to run before that");
    bench.Add("--ios N", &load.limits.ios, "measure so many requests instead");
    bench.Add("--seed N", &load.seed, "of the random offsets");
}

Command BenchCommand(Options *options)
{
    Command bench{"io_bench", "Measures one Linux AIO backend on one file."};
    bench.Add("--subject SO", &options->subject, "its shared object");
    bench.Add("--source FILE", &options->source, "the file it is made from");
    bench
        .Add("--bare HOW", &options->bare,
             "ring or getevents: no subject and no loop, the floor")
        .OneOf({"ring", "getevents"})
        .Excludes({"--subject"});
    bench.Add("--engine NAME", &options->engine, "its name in the result");
    bench.Add("--rw MODE", &options->rw, "what requests do")
        .OneOf(AccessPatternNames());
    bench
        .Add("--rwmix-read PERCENT", &options->read_percent,
             "percent of reads in a mixed pattern")
        .Range(1, 99);
    AddLoadOptions(bench, options->load);
    return bench;
}

AccessPattern PatternOf(const Options &options)
{
    AccessPattern pattern = AccessPatternOf(options.rw);
    bool mixed = pattern.writes() && pattern.read_percent > 0;
    if (mixed && options.read_percent > 0) {
        pattern.read_percent = options.read_percent;
    }
    return pattern;
}

Result<Traits> TraitsOfFile(const std::string &source)
{
    std::ifstream file(source);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) {
        return BadInput(fmt::format("cannot read the source {}", source));
    }
    return ReadTraits(text, source);
}

nlohmann::json PerIo(const CallCounts &calls, double ios)
{
    return {{"io_submit", static_cast<double>(calls.io_submit) / ios},
            {"io_getevents", static_cast<double>(calls.io_getevents) / ios},
            {"io_cancel", static_cast<double>(calls.io_cancel) / ios},
            {"poll", static_cast<double>(calls.poll) / ios},
            {"read", static_cast<double>(calls.read) / ios}};
}

nlohmann::json ToJson(const Options &options, bool ring,
                      const LoadResult &result)
{
    const LoadOptions &load = options.load;
    const auto ios = static_cast<double>(result.ios);
    const auto microseconds = [&](double fraction) {
        return static_cast<double>(result.latency.Percentile(fraction)) / 1e3;
    };
    return {{"engine", options.engine},
            {"reap", ring ? "ring" : "getevents"},
            {"poll", load.poll_ns > 0},
            {"file", load.file},
            {"direct", load.direct},
            {"rw", options.rw},
            {"qd", load.qd},
            {"numjobs", load.jobs},
            {"batch", load.batch},
            {"bs", load.bs},
            {"ios", result.ios},
            {"iops", ios / result.seconds},
            {"user_ns_per_io", result.user_seconds * 1e9 / ios},
            {"sys_ns_per_io", result.system_seconds * 1e9 / ios},
            {"syscalls_per_io", PerIo(result.calls, ios)},
            {"completions_per_wakeup",
             ios / static_cast<double>(std::max<uint64_t>(result.wakeups, 1))},
            {"p50_us", microseconds(0.5)},
            {"p99_us", microseconds(0.99)},
            {"p999_us", microseconds(0.999)}};
}

Result<nlohmann::json> MeasureBare(const Options &options,
                                   const CountingKernel &kernel)
{
    const bool ring = options.bare == "ring";
    auto result = RunBareLoop(kernel, options.load,
                              ring ? BareReap::kRing : BareReap::kGetevents);
    if (!result) {
        return result.error();
    }
    return ToJson(options, ring, *result);
}

Result<nlohmann::json> MeasureSubject(const Options &options,
                                      const CountingKernel &kernel)
{
    auto traits = TraitsOfFile(options.source);
    if (!traits) {
        return traits.error();
    }
    auto api = SubjectApi::Load(options.subject, *traits);
    if (!api) {
        return api.error();
    }
    auto result = RunLoad(api->get(), kernel, options.load);
    if (!result) {
        return result.error();
    }
    // A backend that could read a ring may have found none. Its loop may sleep
    // in io_getevents() either way.
    const CallCounts &calls = result->calls;
    const bool fetches = calls.io_getevents > calls.io_getevents_waits;
    return ToJson(options, traits->reaps_from_ring && !fetches, *result);
}

Result<nlohmann::json> Measure(const Options &options)
{
    static CountingKernel kernel(io_kernel_real(), &read_calls);
    io_kernel_replace(&kernel);
    if (!options.bare.empty()) {
        return MeasureBare(options, kernel);
    }
    if (options.subject.empty() || options.source.empty()) {
        return UsageError("give --subject and --source, or --bare");
    }
    return MeasureSubject(options, kernel);
}

int PrintMeasurement(Options options)
{
    options.load.rw = PatternOf(options);
    const auto result = Measure(options);
    if (!result) {
        std::cerr << result.error().message << "\n";
        return static_cast<int>(result.error().kind);
    }
    std::cout << result->dump() << "\n";
    return 0;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    laio::Options options;
    laio::Command bench = laio::BenchCommand(&options);
    bench.run = [&] { return laio::PrintMeasurement(options); };
    return laio::RunCommandLine(bench, argc, argv);
}
