// laio bench: subjects beside one another on the user's file or device.

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

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
    std::string tree;
    std::vector<std::string> engines = {"laio"};
    std::vector<std::string> reaps = {"ring", "getevents"};
    std::string file;
    double runtime_seconds = 1;
    BenchOptions bench;
};

// `laio` is our backend by either way of taking completions; the last engine
// is what the others are compared with.
std::vector<std::string> SubjectNames(const Options &options)
{
    std::vector<std::string> names;
    for (const std::string &engine : options.engines) {
        if (engine != "laio") {
            names.push_back(engine);
            continue;
        }
        for (const std::string &reap : options.reaps) {
            names.push_back(reap == "ring" ? "ours" : "getevents");
        }
    }
    return names;
}

// Compiles every engine here and now, those that ship too: numbers compare
// only between programs that one compiler made with the same options.
Result<std::vector<BuiltSubject>> BuildEngines(const Session &session,
                                               const Options &options,
                                               Workbench &workbench,
                                               Progress &progress)
{
    SubjectPlaces places{session.caller_dir, {}};
    if (!options.tree.empty()) {
        places.tree = session.Resolve(options.tree);
    }
    std::vector<BuiltSubject> engines;
    for (const std::string &name : SubjectNames(options)) {
        Result<Subject> subject =
            FindSubject(name, workbench.kit(), places);
        if (!subject.ok()) {
            return subject.error();
        }
        progress.Say("compiling " + name);
        subject->object.clear();
        Result<BuiltSubject> built = workbench.Build(*subject);
        if (!built.ok()) {
            return built.error();
        }
        engines.push_back(*std::move(built));
    }
    return engines;
}

void Print(Session &session, const Comparison &comparison)
{
    Host host = ThisHost();
    if (!session.common.json) {
        session.out << "  " << Describe(host) << "\n" << BenchText(comparison);
        return;
    }
    nlohmann::json json = ToJson(comparison);
    json["host"] = ToJson(host);
    session.out << JsonText(json);
}

Status Run(Session &session, const Options &options)
{
    BenchOptions bench = options.bench;
    bench.file = session.Resolve(options.file);
    bench.runtime = std::chrono::milliseconds(
        static_cast<int64_t>(options.runtime_seconds * 1000));
    Status usable = CheckBenchFile(bench);
    if (!usable.ok()) {
        return usable;
    }
    Result<std::unique_ptr<Workbench>> workbench =
        Workbench::Open(session, kName);
    if (!workbench.ok()) {
        return workbench.error();
    }
    Progress progress(session, kName);
    Result<std::vector<BuiltSubject>> engines =
        BuildEngines(session, options, **workbench, progress);
    if (!engines.ok()) {
        return engines.error();
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

}  // namespace

void AddBenchCommand(CLI::App &app, Session &session)
{
    CLI::App *command = app.add_subcommand(
        kName, "Measure linux-aio.c files on a file or device");
    auto options = std::make_shared<Options>();
    command->add_option("--tree", options->tree,
                        "git repository of REV:path engines");
    command->add_option("--engine", options->engines,
                        "laio, a subject's name, or a file; may be repeated");
    command->add_option("--reap", options->reaps,
                        "How the engine laio takes completions; may be "
                        "repeated")
        ->check(CLI::IsMember({"ring", "getevents"}));
    command->add_option("--file", options->file, "File or block device")
        ->required();
    command->add_flag("--direct", options->bench.direct,
                      "Past the page cache");
    command->add_option("--rw", options->bench.rw, "Mode")
        ->check(CLI::IsMember({"read", "write", "randread", "randwrite"}));
    command->add_option("--bs", options->bench.bs_bytes, "Bytes per request")
        ->transform(CLI::AsSizeValue(false))
        ->check(CLI::Range(512, 1 << 30));
    command->add_option("--qd", options->bench.queue_depths,
                        "Requests in flight; may be repeated")
        ->check(CLI::Range(1, 1024));
    command->add_option("--runtime", options->runtime_seconds,
                        "Seconds of one run")
        ->check(CLI::Range(0.01, 3600.0));
    command->add_option("--repeats", options->bench.repeats,
                        "Runs of each engine")
        ->check(CLI::Range(1, 1000));
    command->add_flag("--allow-write", options->bench.allow_write,
                      "Let the file be overwritten");
    AddCommonOptions(command, session.common);
    command->callback([&session, options] {
        Status status = Run(session, *options);
        if (!status.ok()) {
            session.Fail(kName, status.error());
        }
    });
}

}  // namespace laio
