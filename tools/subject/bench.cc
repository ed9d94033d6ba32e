#include "tools/subject/bench.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "tools/base/process.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// One engine at one depth, ready to be run again and again.
struct Run {
    const BuiltSubject *engine;
    int queue_depth;
    Sandbox sandbox;
    std::string file;  // as the bench knows it
    std::vector<std::string> argv;
};

std::string ShowFile(Sandbox &sandbox, const BenchOptions &options)
{
    std::error_code ignored;
    if (fs::is_block_file(options.file, ignored)) {
        return sandbox.Device(options.file, "file");
    }
    return WritesToFile(options.rw) ? sandbox.Write(options.file, "file")
                                    : sandbox.Read(options.file, "file");
}

Run Prepare(const BuiltSubject &engine, const fs::path &source,
            int queue_depth, const Kit &kit, SandboxMode mode,
            const BenchOptions &options)
{
    Run run{&engine, queue_depth, Sandbox(mode), {}, {}};
    run.file = ShowFile(run.sandbox, options);
    SandboxLimits limits = LimitsOfOwnPrograms();
    limits.file_bytes = 0;  // a file for measuring may be large
    run.sandbox.SetLimits(limits);
    run.argv = {
        run.sandbox.Read(kit.io_bench, "io_bench"),
        "--subject",
        run.sandbox.Read(engine.object, "subject.so"),
        "--source",
        run.sandbox.Read(source, source.filename()),
        "--file",
        run.file,
        "--rw",
        options.rw,
        "--bs",
        std::to_string(options.bs_bytes),
        "--qd",
        std::to_string(queue_depth),
        "--runtime-ms",
        std::to_string(options.runtime.count()),
    };
    if (options.direct) {
        run.argv.push_back("--direct");
    }
    return run;
}

// What the bench said when it gave no measurement, with the user's names.
Error BenchError(const Run &run, const ProcessResult &ran,
                 const BenchOptions &options)
{
    std::string why = ran.err.substr(0, ran.err.find('\n'));
    size_t at = why.find(run.file);
    if (at != std::string::npos) {
        why.replace(at, run.file.size(), options.file.string());
    }
    if (ran.timed_out) {
        why = "it did not come to an end";
    } else if (why.empty()) {
        why = fmt::format("exit status {}", ran.exit_status);
    }
    std::string message = fmt::format("cannot measure {} on {}: {}",
                                      run.engine->name, options.file.string(),
                                      why);
    return ran.exit_status == static_cast<int>(ErrorKind::kEnvironment)
               ? EnvironmentError(message)
               : BadInput(message);
}

Result<Measurement> Measure(const Run &run, const BenchOptions &options)
{
    ProcessOptions process;
    process.timeout = options.runtime + std::chrono::seconds(20);
    Result<ProcessResult> ran = run.sandbox.Run(run.argv, process);
    if (!ran.ok()) {
        return ran.error();
    }
    nlohmann::json json = nlohmann::json::parse(ran->out, nullptr, false);
    if (ran->exit_status != 0 || json.is_discarded()) {
        return BenchError(run, *ran, options);
    }
    Result<Measurement> measurement = MeasurementFromJson(json);
    if (measurement.ok()) {
        measurement->engine = run.engine->name;
        measurement->file = options.file;
    }
    return measurement;
}

// Measures each once. Every other round goes backwards, so that none always
// has the same neighbour before it.
Result<std::vector<Measurement>> MeasureRound(
    const std::vector<Run> &runs, int repeat, const BenchOptions &options,
    const std::function<void(std::string)> &progress)
{
    std::vector<Measurement> round(runs.size());
    for (size_t i = 0; i < runs.size(); i++) {
        size_t which = repeat % 2 ? i : runs.size() - 1 - i;
        if (progress) {
            progress(fmt::format("{} qd {} ({}/{})", runs[which].engine->name,
                                 runs[which].queue_depth, repeat,
                                 options.repeats));
        }
        Result<Measurement> measured = Measure(runs[which], options);
        if (!measured.ok()) {
            return measured.error();
        }
        round[which] = *std::move(measured);
    }
    return round;
}

// The sources by which io_bench knows what to call, one file per engine.
Result<std::vector<fs::path>> WriteSources(
    const std::vector<BuiltSubject> &engines, const fs::path &folder)
{
    std::vector<fs::path> sources;
    for (const BuiltSubject &engine : engines) {
        std::string file = fs::path(engine.source.name).filename();
        sources.push_back(
            folder / fmt::format("engine-{}-{}", sources.size(), file));
        Status written = WriteFile(sources.back(), engine.source.text);
        if (!written.ok()) {
            return written.error();
        }
    }
    return sources;
}

}  // namespace

bool WritesToFile(const std::string &rw)
{
    return rw.find("write") != std::string::npos ||
           rw.find("rw") != std::string::npos;
}

Status CheckBenchFile(const BenchOptions &options)
{
    if (WritesToFile(options.rw) && !options.allow_write) {
        return UsageError(fmt::format(
            "--rw {} would overwrite {}; add --allow-write if that is wanted",
            options.rw, options.file.string()));
    }
    std::error_code error;
    fs::file_status status = fs::status(options.file, error);
    if (!fs::exists(status)) {
        return BadInput(fmt::format("cannot measure on {}: {}",
                                    options.file.string(), error.message()));
    }
    if (!fs::is_regular_file(status) && !fs::is_block_file(status)) {
        return BadInput(fmt::format(
            "cannot measure on {}: neither a file nor a block device",
            options.file.string()));
    }
    if (fs::is_block_file(status) && !options.allow_write) {
        return UsageError(fmt::format(
            "{} is a device: what runs on it cannot be kept from writing; add "
            "--allow-write to take that risk",
            options.file.string()));
    }
    return Ok();
}

Result<Comparison> Bench(const std::vector<BuiltSubject> &engines,
                         const Kit &kit, const fs::path &folder,
                         SandboxMode mode, const BenchOptions &options,
                         const std::function<void(std::string)> &progress)
{
    Status usable = CheckBenchFile(options);
    if (!usable.ok()) {
        return usable.error();
    }
    Result<std::vector<fs::path>> sources = WriteSources(engines, folder);
    if (!sources.ok()) {
        return sources.error();
    }
    std::vector<Run> runs;
    for (int depth : options.queue_depths) {
        for (size_t i = 0; i < engines.size(); i++) {
            runs.push_back(Prepare(engines[i], (*sources)[i], depth, kit, mode,
                                   options));
        }
    }
    std::vector<std::vector<Measurement>> rounds;
    for (int repeat = 1; repeat <= options.repeats; repeat++) {
        Result<std::vector<Measurement>> round =
            MeasureRound(runs, repeat, options, progress);
        if (!round.ok()) {
            return round.error();
        }
        rounds.push_back(*std::move(round));
    }
    return Compare(rounds);
}

}  // namespace laio
