// The stages of a review that compile and run a patch.

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <utility>

#include "tests/harness/traits.h"
#include "tools/cli/review.h"
#include "tools/subject/bench.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr size_t kBenchFileBytes = 16 << 20;

// One side of the patch on its way to a verdict.
struct Side {
    const char *name;  // "before", "after"
    std::optional<Source> source;
    JudgedSide *result;
    fs::path folder;
    std::optional<BuiltSubject> built;
};

Status CompileSide(const Workbench &workbench, Side &side)
{
    if (!side.source) {
        return Ok();
    }
    Result<Compiled> compiled =
        workbench.CompileIn(side.folder, *side.source);
    if (!compiled.ok()) {
        return compiled.error();
    }
    if (compiled->ok) {
        side.built = BuiltSubject{side.name, *side.source, compiled->object};
    }
    side.result->compiled = *std::move(compiled);
    return Ok();
}

Status RunSide(const Workbench &workbench, Side &side)
{
    if (!side.built) {
        return Ok();
    }
    JudgeOptions options;
    options.jobs = std::max(workbench.jobs() / 2, 1);
    Result<RunResult> run = JudgeSubject(*side.built, workbench.kit(),
                                         side.folder, workbench.mode(),
                                         options);
    if (!run.ok()) {
        return run.error();
    }
    side.result->run = *std::move(run);
    return Ok();
}

// Both sides at the same time; the error of either.
Status OnBoth(Side *sides, const Workbench &workbench,
              Status (*work)(const Workbench &, Side &))
{
    std::future<Status> other = std::async(std::launch::async, [&] {
        return work(workbench, sides[1]);
    });
    Status first = work(workbench, sides[0]);
    Status second = other.get();
    return first.ok() ? second : first;
}

Status Prepare(Workbench &workbench, Side *sides)
{
    for (int i = 0; i < 2; i++) {
        if (sides[i].source) {
            Status ready =
                workbench.NeedCompiler(sides[i].source->language());
            if (!ready.ok()) {
                return ready;
            }
        }
        Result<fs::path> folder = workbench.NewFolder();
        if (!folder.ok()) {
            return folder.error();
        }
        sides[i].folder = *std::move(folder);
    }
    return workbench.NeedSandbox();
}

// `after` beside `before`, on a small file in the page cache: what differs is
// the work of the code, not of a disk.
Status MeasureBoth(const Side *sides, Workbench &workbench,
                   JudgedFile &judged)
{
    if (!sides[0].built || !sides[1].built) {
        judged.bench_note = "not measured: it takes both sides to compare";
        return Ok();
    }
    Result<fs::path> folder = workbench.NewFolder();
    if (!folder.ok()) {
        return folder.error();
    }
    BenchOptions options;
    options.file = *folder / "file";
    options.warm_up = std::chrono::milliseconds(20);
    options.runtime = std::chrono::milliseconds(120);
    options.repeats = 5;
    options.batch = 16;  // so that completions come many at a time
    Status written =
        WriteFile(options.file, std::string(kBenchFileBytes, 'x'));
    if (!written.ok()) {
        return written;
    }
    Result<Comparison> comparison =
        Bench({EngineOf(*sides[1].built), EngineOf(*sides[0].built)},
              workbench.kit(), *folder, workbench.mode(), options, {});
    if (!comparison.ok()) {
        judged.bench_note = comparison.error().message;
        return Ok();
    }
    judged.bench = *std::move(comparison);
    for (Measurement &run : judged.bench->runs) {
        run.file = "a temporary file";
    }
    return Ok();
}

Status JudgeOne(const Source &source, Workbench &workbench,
                JudgedSide &result)
{
    Side side{"step", source, &result, {}, {}};
    Status ready = workbench.NeedCompiler(source.language());
    if (!ready.ok()) {
        return ready;
    }
    Result<fs::path> folder = workbench.NewFolder();
    if (!folder.ok()) {
        return folder.error();
    }
    side.folder = *std::move(folder);
    Status compiled = CompileSide(workbench, side);
    return compiled.ok() ? RunSide(workbench, side) : compiled;
}

// What a patch leaves as it was keeps its verdicts.
Status JudgeSteps(const JudgedSource &source, Workbench &workbench,
                  Progress &progress, ReviewReport &report)
{
    std::optional<Source> last = source.before;
    const JudgedSide *judged = &report.judged->before;
    for (size_t i = 0; i < source.steps.size(); i++) {
        const std::optional<Source> &now = source.steps[i];
        JudgedSide &side = report.steps[i].after;
        bool same = now && last && now->text == last->text;
        if (same || !now) {
            side = same ? *judged : JudgedSide{};
        } else {
            progress.Say(fmt::format("compile and run patch {} of {}", i + 1,
                                     report.steps.size()));
            Status status = JudgeOne(*now, workbench, side);
            if (!status.ok()) {
                return status;
            }
        }
        last = now;
        judged = &side;
    }
    if (!report.steps.empty()) {
        report.steps.back().after = report.judged->after;
    }
    return Ok();
}

}  // namespace

Status JudgeStage(const JudgedSource &source, Workbench &workbench,
                  Progress &progress, ReviewReport &report)
{
    report.judged = JudgedFile{source.path, {}, {}, {}, {}};
    JudgedFile &judged = *report.judged;
    Side sides[2] = {{"before", source.before, &judged.before, {}, {}},
                     {"after", source.after, &judged.after, {}, {}}};
    Status status = Prepare(workbench, sides);
    if (status.ok()) {
        progress.Say("compile, before and after");
        status = OnBoth(sides, workbench, CompileSide);
    }
    if (status.ok()) {
        progress.Say("run, before and after");
        status = OnBoth(sides, workbench, RunSide);
    }
    if (status.ok()) {
        status = JudgeSteps(source, workbench, progress, report);
    }
    if (status.ok()) {
        progress.Say("bench, before and after");
        status = MeasureBoth(sides, workbench, judged);
    }
    return status;
}

}  // namespace laio
