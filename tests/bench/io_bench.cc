// Measures one subject on one file and prints one JSON object.
//
// Nothing is written to the file unless --rw says so. Exit status: 0, or the
// kind of the Error that stderr tells.

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/bench/counting_kernel.h"
#include "tests/bench/io_load.h"
#include "tests/harness/subject_api.h"
#include "tests/harness/traits.h"

namespace laio {
namespace {

struct Options {
    std::string subject;
    std::string source;
    std::string engine = "laio";
    LoadOptions load;
};

const std::map<std::string, AccessPattern> &Patterns()
{
    static const std::map<std::string, AccessPattern> patterns = {
        {"randread", AccessPattern::kRandomRead},
        {"read", AccessPattern::kRead},
        {"randwrite", AccessPattern::kRandomWrite},
        {"write", AccessPattern::kWrite},
    };
    return patterns;
}

std::string PatternName(AccessPattern pattern)
{
    for (const auto &[name, value] : Patterns()) {
        if (value == pattern) {
            return name;
        }
    }
    return "";
}

void AddOptions(CLI::App *app, Options *options)
{
    LoadOptions &load = options->load;
    app->add_option("--subject", options->subject, "its shared object")
        ->required();
    app->add_option("--source", options->source, "the file it is made from")
        ->required();
    app->add_option("--engine", options->engine, "its name in the result");
    app->add_option("--file", load.file, "file or device")->required();
    app->add_flag("--direct", load.direct, "open it with O_DIRECT");
    app->add_option("--rw", load.rw, "randread, read, randwrite or write")
        ->transform(CLI::CheckedTransformer(Patterns()));
    app->add_option("--bs", load.bs, "bytes per request");
    app->add_option("--qd", load.qd, "requests in flight");
    app->add_option("--batch", load.batch,
                    "requests per plug at most; 1: none is plugged");
    app->add_option("--runtime-ms", load.limits.runtime_ms,
                    "how long to measure");
    app->add_option("--warm-up-ms", load.limits.warm_up_ms,
                    "how long to run before that");
    app->add_option("--ios", load.limits.ios,
                    "measure so many requests instead");
    app->add_option("--seed", load.seed, "of the random offsets");
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
            {"poll", static_cast<double>(calls.poll) / ios}};
}

nlohmann::json ToJson(const Options &options, const Traits &traits,
                      const LoadResult &result)
{
    const LoadOptions &load = options.load;
    const auto ios = static_cast<double>(result.ios);
    const auto microseconds = [&](double fraction) {
        return static_cast<double>(result.latency.Percentile(fraction)) / 1e3;
    };
    // A backend that could read a ring may have found none.
    const bool ring = traits.reaps_from_ring && result.calls.io_getevents == 0;
    return {{"engine", options.engine},
            {"reap", ring ? "ring" : "getevents"},
            {"file", load.file},
            {"direct", load.direct},
            {"rw", PatternName(load.rw)},
            {"qd", load.qd},
            {"batch", load.batch},
            {"bs", load.bs},
            {"ios", result.ios},
            {"iops", ios / result.seconds},
            {"user_ns_per_io", result.user_seconds * 1e9 / ios},
            {"sys_ns_per_io", result.system_seconds * 1e9 / ios},
            {"syscalls_per_io", PerIo(result.calls, ios)},
            {"p50_us", microseconds(0.5)},
            {"p99_us", microseconds(0.99)},
            {"p999_us", microseconds(0.999)}};
}

Result<nlohmann::json> Measure(const Options &options)
{
    auto traits = TraitsOfFile(options.source);
    if (!traits) {
        return traits.error();
    }
    static CountingKernel kernel(io_kernel_real());
    io_kernel_replace(&kernel);
    auto api = SubjectApi::Load(options.subject, *traits);
    if (!api) {
        return api.error();
    }
    auto result = RunLoad(api->get(), kernel, options.load);
    if (!result) {
        return result.error();
    }
    return ToJson(options, *traits, *result);
}

int Main(int argc, char **argv)
{
    CLI::App app("Measures one Linux AIO backend on one file.");
    Options options;
    AddOptions(&app, &options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ErrorKind::kUsage);
    }
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
    return laio::Main(argc, argv);
}
