#include "tools/subject/bench.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include "tools/subject/engine_run.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

using Progress = std::function<void(std::string)>;

struct Run {
    std::string label;
    int queue_depth;
    std::unique_ptr<EngineRun> run;
};

std::string LabelOf(const BenchEngine &engine)
{
    Measurement m;
    m.engine = engine.name;
    m.variant = engine.variant;
    return LabelOf(m);
}

// Measures each once. Every other round goes backwards, so that none always
// has the same neighbour before it.
Result<std::vector<Measurement>> MeasureRound(std::vector<Run> &runs,
                                              int repeat, int repeats,
                                              const Progress &progress)
{
    std::vector<Measurement> round(runs.size());
    for (size_t i = 0; i < runs.size(); i++) {
        size_t which = repeat % 2 ? i : runs.size() - 1 - i;
        if (progress) {
            progress(fmt::format("{} qd {} ({}/{})", runs[which].label,
                                 runs[which].queue_depth, repeat, repeats));
        }
        Result<Measurement> measured = runs[which].run->Measure();
        if (!measured.ok()) {
            return measured.error();
        }
        round[which] = *std::move(measured);
    }
    return round;
}

// The source by which io_bench knows what to call, one file per engine.
Result<fs::path> WriteSource(const BenchEngine &engine, size_t number,
                             const fs::path &folder)
{
    if (engine.kind != EngineKind::kSubject) {
        return fs::path();
    }
    std::string file = fs::path(engine.subject.source.name).filename();
    fs::path source = folder / fmt::format("engine-{}-{}", number, file);
    Status written = WriteFile(source, engine.subject.source.text);
    return written.ok() ? Result<fs::path>(source) : written.error();
}

std::unique_ptr<EngineRun> MakeRun(const BenchEngine &engine,
                                   const fs::path &source, const Kit &kit,
                                   SandboxMode mode, int queue_depth,
                                   const BenchOptions &options)
{
    switch (engine.kind) {
    case EngineKind::kFio:
        return MakeFioRun(engine, mode, queue_depth, options);
    case EngineKind::kQemuImg:
        return MakeQemuImgRun(engine, mode, queue_depth, options);
    case EngineKind::kSubject:
    case EngineKind::kBare:
        break;
    }
    return MakeIoBenchRun(engine, source, kit, mode, queue_depth, options);
}

struct Runs {
    std::vector<Run> runs;
    std::vector<NotMeasured> not_measured;
};

// Every engine that can run, at every depth.
Result<Runs> Prepare(const std::vector<BenchEngine> &engines, const Kit &kit,
                     const fs::path &folder, SandboxMode mode,
                     const BenchOptions &options)
{
    Runs prepared;
    std::vector<bool> left_out(engines.size());
    for (int depth : options.queue_depths) {
        for (size_t i = 0; i < engines.size(); i++) {
            const BenchEngine &engine = engines[i];
            Result<fs::path> source = WriteSource(engine, i, folder);
            if (!source.ok()) {
                return source.error();
            }
            auto run = MakeRun(engine, *source, kit, mode, depth, options);
            Status tried = left_out[i] ? Ok() : run->Try();
            if (!tried.ok() && !engine.optional) {
                return tried.error();
            }
            if (!tried.ok()) {
                left_out[i] = true;
                prepared.not_measured.push_back(
                    {LabelOf(engine), tried.error().message});
            }
            if (!left_out[i]) {
                prepared.runs.push_back(
                    {LabelOf(engine), depth, std::move(run)});
            }
        }
    }
    return prepared;
}

Status CheckKind(const BenchOptions &options,
                 const std::vector<BenchEngine> &engines)
{
    std::error_code error;
    fs::file_status status = fs::status(options.file, error);
    if (!fs::exists(status)) {
        return BadInput(fmt::format("cannot measure on {}: {}",
                                    options.file.string(),
                                    error ? error.message()
                                          : "no such file"));
    }
    if (!fs::is_regular_file(status) && !fs::is_block_file(status)) {
        return BadInput(fmt::format(
            "cannot measure on {}: neither a file nor a block device",
            options.file.string()));
    }
    auto strange = std::find_if(engines.begin(), engines.end(),
                                [](auto &engine) { return engine.strange; });
    if (fs::is_block_file(status) && !options.allow_write &&
        strange != engines.end()) {
        return UsageError(fmt::format(
            "{} is a device, and what runs on it cannot be kept from writing: "
            "{} is code that laio does not know; add --allow-write to take "
            "that risk",
            options.file.string(), strange->name));
    }
    return Ok();
}

}  // namespace

Status MakeBenchFile(const fs::path &file, uint64_t bytes)
{
    constexpr size_t kChunk = 1 << 20;
    // x: never one that is there.
    std::FILE *out = std::fopen(file.c_str(), "wbx");
    if (out == nullptr) {
        return UsageError(fmt::format(
            "cannot make {}: {}; without --create it is used as it is",
            file.string(), std::strerror(errno)));
    }
    std::string chunk(kChunk, 'x');
    uint64_t left = bytes;
    while (left > 0) {
        size_t n = std::min<uint64_t>(left, kChunk);
        if (std::fwrite(chunk.data(), 1, n, out) != n) {
            break;
        }
        left -= n;
    }
    if (std::fclose(out) == 0 && left == 0) {
        return Ok();
    }
    std::error_code ignored;
    fs::remove(file, ignored);
    return EnvironmentError(fmt::format("cannot write {} bytes to {}: {}",
                                        bytes, file.string(),
                                        std::strerror(errno)));
}

BenchEngine EngineOf(const BuiltSubject &subject)
{
    BenchEngine engine;
    engine.name = subject.name;
    engine.subject = subject;
    engine.strange = true;
    return engine;
}

Status CheckBenchFile(const BenchOptions &options,
                      const std::vector<BenchEngine> &engines)
{
    if (options.writes() && !options.allow_write) {
        return UsageError(fmt::format(
            "--rw {} would overwrite {}; add --allow-write if that is wanted",
            options.rw, options.file.string()));
    }
    return CheckKind(options, engines);
}

Result<Comparison> Bench(const std::vector<BenchEngine> &engines,
                         const Kit &kit, const fs::path &folder,
                         SandboxMode mode, const BenchOptions &options,
                         const std::function<void(std::string)> &progress)
{
    Status usable = CheckBenchFile(options, engines);
    if (!usable.ok()) {
        return usable.error();
    }
    Result<Runs> prepared = Prepare(engines, kit, folder, mode, options);
    if (!prepared.ok()) {
        return prepared.error();
    }
    std::vector<std::vector<Measurement>> rounds;
    for (int repeat = 1; repeat <= options.repeats; repeat++) {
        Result<std::vector<Measurement>> round = MeasureRound(
            prepared->runs, repeat, options.repeats, progress);
        if (!round.ok()) {
            return round.error();
        }
        rounds.push_back(*std::move(round));
    }
    Comparison comparison = Compare(rounds);
    comparison.not_measured = std::move(prepared->not_measured);
    return comparison;
}

}  // namespace laio
