// laio bench: engines beside one another on the user's file or device.

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>

#include "tools/cli/bench_engines.h"
#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/progress.h"
#include "tools/cli/workbench.h"
#include "tools/report/bench_text.h"
#include "tools/subject/bench.h"
#include "tools/subject/host.h"

namespace laio {
namespace {

constexpr const char *kName = "bench";

struct Options {
    EngineWishes wishes;
    std::string file;
    uint64_t create_bytes = 0;
    double runtime_seconds = 1;
    double warm_up_seconds = 0.1;
    double poll_us = 32;
    BenchOptions bench;
};

std::chrono::nanoseconds Nanoseconds(double seconds)
{
    return std::chrono::nanoseconds(static_cast<int64_t>(seconds * 1e9));
}

BenchOptions ToBenchOptions(const Session &session, const Options &options)
{
    using std::chrono::milliseconds;
    BenchOptions bench = options.bench;
    bench.file = session.Resolve(options.file);
    bench.runtime = std::chrono::duration_cast<milliseconds>(
        Nanoseconds(options.runtime_seconds));
    bench.warm_up = std::chrono::duration_cast<milliseconds>(
        Nanoseconds(options.warm_up_seconds));
    bench.poll_time = Nanoseconds(options.poll_us / 1e6);
    // What --create makes is nobody's yet.
    bench.allow_write = bench.allow_write || options.create_bytes > 0;
    return bench;
}

void Print(Session &session, const Comparison &comparison)
{
    Host host = ThisHost();
    if (!session.common.json) {
        session.out << "  " << Describe(host) << "\n"
                    << BenchText(comparison) << BenchChart(comparison);
        return;
    }
    nlohmann::json json = ToJson(comparison);
    json["host"] = ToJson(host);
    session.out << JsonText(json);
}

Status Measure(Session &session, const Options &options,
               const BenchOptions &bench)
{
    // Before anything is compiled for it.
    Status usable = CheckBenchFile(bench, {});
    if (!usable.ok()) {
        return usable;
    }
    Result<std::unique_ptr<Workbench>> workbench =
        Workbench::Open(session, kName);
    if (!workbench.ok()) {
        return workbench.error();
    }
    Progress progress(session, kName);
    Result<std::vector<BenchEngine>> engines =
        MakeEngines(session, options.wishes, **workbench, progress);
    if (!engines.ok()) {
        return engines.error();
    }
    Status sandbox = (*workbench)->NeedSandbox();
    if (!sandbox.ok()) {
        return sandbox;
    }
    Result<std::filesystem::path> folder = (*workbench)->NewFolder();
    if (!folder.ok()) {
        return folder.error();
    }
    Result<Comparison> comparison =
        Bench(*engines, (*workbench)->kit(), *folder, (*workbench)->mode(),
              bench, [&](std::string run) { progress.Say(run); });
    if (!comparison.ok()) {
        return comparison.error();
    }
    Print(session, *comparison);
    return Ok();
}

Status Run(Session &session, const Options &options)
{
    BenchOptions bench = ToBenchOptions(session, options);
    if (options.create_bytes == 0) {
        return Measure(session, options, bench);
    }
    Status made = MakeBenchFile(bench.file, options.create_bytes);
    if (!made.ok()) {
        return made;
    }
    Status measured = Measure(session, options, bench);
    std::error_code ignored;
    std::filesystem::remove(bench.file, ignored);
    return measured;
}

void AddEngineOptions(Command &command, EngineWishes &wishes)
{
    command.Add("--tree DIR", &wishes.tree,
                "git repository of REV:path engines");
    command.Add("--engine ENGINE", &wishes.engines,
                "laio, bare, fio, qemu-img, one variant as in fio:libaio, a "
                "subject's name, or a file; may be repeated; the first is put "
                "beside the others. Default: laio, and fio and qemu-img if "
                "installed");
    command
        .Add("--reap HOW", &wishes.reaps,
             "How the engines laio and bare take completions; may be repeated")
        .OneOf({"ring", "getevents"});
    command
        .Add("--poll WHETHER", &wishes.polls,
             "Whether the loop polls before it sleeps; may be repeated")
        .OneOf({"on", "off"});
}

void AddLoadOptions(Command &command, BenchOptions &bench)
{
    command.Add("--direct", &bench.direct, "Past the page cache");
    command.Add("--rw MODE", &bench.rw, "Mode")
        .OneOf({"read", "write", "rw", "randread", "randwrite", "randrw"});
    command
        .Add("--rwmix-read PERCENT", &bench.rwmix_read,
             "Percent of reads in rw and randrw")
        .Range(1, 99);
    command.Add("--bs SIZE", &bench.bs_bytes, "Bytes per request")
        .In(OptionUnit::kBytes)
        .Range(512, 1 << 30);
    command
        .Add("--qd N", &bench.queue_depths,
             "Requests in flight, of each job; may be repeated")
        .Range(1, 1024);
    command
        .Add("--numjobs N", &bench.jobs,
             "Jobs that share one loop (threads of fio)")
        .Range(1, 64);
    command
        .Add("--batch N", &bench.batch,
             "Requests per submission at most; qemu-img sends each by itself "
             "whatever this says, so more than 1 gives it less in common")
        .Range(1, 1024);
    command.Add("--repeats N", &bench.repeats, "Runs of each engine")
        .Range(1, 1000);
    command.Add("--allow-write", &bench.allow_write,
                "Let the file be overwritten");
}

void AddTimeOptions(Command &command, Options *options)
{
    command
        .Add("--runtime S", &options->runtime_seconds, "Seconds of one run")
        .Range(0.01, 3600);
    command
        .Add("--warm-up S", &options->warm_up_seconds, "Seconds before that")
        .Range(0, 3600);
    command
        .Add("--poll-us N", &options->poll_us,
             "How long --poll on may poll, microseconds")
        .Range(1, 1e6);
}

}  // namespace

Command BenchCommand(Session &session)
{
    auto options = std::make_shared<Options>();
    Command command{kName, "Measure linux-aio.c files beside fio and qemu-img"};
    AddEngineOptions(command, options->wishes);
    command.Add("--file PATH", &options->file, "File or block device")
        .Required();
    command
        .Add("--create SIZE", &options->create_bytes,
             "Make the file, which is not there yet, with so many bytes, and "
             "remove it in the end")
        .In(OptionUnit::kBytes);
    AddLoadOptions(command, options->bench);
    AddTimeOptions(command, options.get());
    AddCommonOptions(command, session.common);
    command.run = [&session, options] {
        return session.Finish(kName, Run(session, *options));
    };
    return command;
}

}  // namespace laio
