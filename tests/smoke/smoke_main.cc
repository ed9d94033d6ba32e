// smoke --subject SO --source FILE --folder DIR [options]: whether a subject
// moves the right bytes on the real kernel, in every way it can be used.
//
// Prints what the runner of the scenarios prints. Exit status: 0 when every
// way passed or cannot be expressed; 1 when not; 2 wrong options; 3 a source
// that cannot be read; 4 no kernel AIO, or a folder that cannot be written.

#include <fnmatch.h>

#include <chrono>
#include <climits>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/harness/child.h"
#include "tests/harness/child_verdict.h"
#include "tests/harness/run_text.h"
#include "tests/harness/shared_report.h"
#include "tests/harness/subject_api.h"
#include "tests/smoke/combination.h"
#include "tests/smoke/smoke_play.h"
#include "tools/base/command_line.h"
#include "util/io_kernel.h"

namespace laio {
namespace {

struct Options {
    std::string subject;
    std::string source;
    std::string folder;
    std::string name;
    std::string filter = "*";
    int timeout_ms = 20'000;
    int jobs = 1;
    bool json = false;
};

Command SmokeCommand(Options *options)
{
    Command smoke{"smoke",
                  "Uses one Linux AIO backend on a file, in every way."};
    smoke.Add("--subject SO", &options->subject, "its shared object")
        .Required();
    smoke.Add("--source FILE", &options->source, "the file it is made from")
        .Required();
    smoke.Add("--folder DIR", &options->folder, "where its file is made")
        .Required();
    smoke.Add("--name NAME", &options->name, "its name in the result");
    smoke.Add("--filter GLOB", &options->filter,
              "only ways whose name this glob admits");
    smoke.Add("--timeout-ms N", &options->timeout_ms, "for each way")
        .Range(1, INT_MAX);
    smoke.Add("--jobs N", &options->jobs, "ways side by side")
        .Range(1, 1024);
    smoke.Add("--json", &options->json, "machine-readable result");
    return smoke;
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

// Whether there is kernel AIO and a folder to make files in.
Status CheckHost(const Options &options)
{
    io_context_t context = nullptr;
    const int ret = io_kernel_real()->setup(1, &context);
    if (ret < 0) {
        return EnvironmentError(fmt::format(
            "cannot set up kernel AIO: {} (a container may forbid it; see "
            "also fs.aio-max-nr)",
            std::strerror(-ret)));
    }
    io_kernel_real()->destroy(context);
    const auto file = SmokeFile::Make(options.folder);
    return file ? Ok() : Status(file.error());
}

void PlayOne(const Options &options, const Traits &traits,
             const Combination &combination, SharedReport *report)
{
    auto api = SubjectApi::Load(options.subject, traits);
    if (!api) {
        report->SetVerdict(Verdict::kCrash, api.error().message);
        return;
    }
    const auto outcome = SmokePlay(api->get(), combination).Run(options.folder);
    if (!outcome) {
        report->SetVerdict(Verdict::kFail, outcome.error().message);
    } else if (!outcome->broken.empty()) {
        report->SetVerdict(Verdict::kFail, outcome->broken);
    } else {
        report->SetVerdict(Verdict::kPass, outcome->detail);
    }
}

// A process per combination.
void PlayFit(const Options &options, const Traits &traits,
             const std::vector<Combination> &fit,
             const std::vector<ScenarioResult *> &results)
{
    const std::chrono::milliseconds time_allowed(options.timeout_ms);
    std::vector<SharedReport::Ptr> reports;
    for (size_t i = 0; i < fit.size(); i++) {
        reports.push_back(SharedReport::Make());
    }
    RunChildren(
        static_cast<int>(fit.size()), options.jobs, time_allowed,
        [&](int i) { PlayOne(options, traits, fit[i], reports[i].get()); },
        [&](int i, const ChildEnd &end) {
            TakeVerdict(end, time_allowed, reports[i].get(), results[i]);
        });
}

Result<RunResult> Smoke(const Options &options)
{
    const Result<Traits> traits = TraitsOfFile(options.source);
    if (!traits) {
        return traits.error();
    }
    const Status ready = CheckHost(options);
    if (!ready) {
        return ready.error();
    }
    RunResult run{options.name.empty() ? options.source : options.name, {}};
    std::vector<Combination> fit;
    for (const Combination &combination : AllCombinations()) {
        if (fnmatch(options.filter.c_str(), combination.Name().c_str(), 0)) {
            continue;
        }
        const std::string unfit = combination.WhyUnfit(*traits);
        run.scenarios.push_back({combination.Name(), combination.Sentence(),
                                 Verdict::kSkip, unfit, {}});
        if (unfit.empty()) {
            fit.push_back(combination);
        }
    }
    if (run.scenarios.empty()) {
        return UsageError("no way to use a subject is called " +
                          options.filter);
    }
    std::vector<ScenarioResult *> results;
    for (ScenarioResult &result : run.scenarios) {
        if (result.detail.empty()) {
            results.push_back(&result);
        }
    }
    PlayFit(options, *traits, fit, results);
    return run;
}

bool IsGood(const RunResult &run)
{
    for (const ScenarioResult &result : run.scenarios) {
        if (result.verdict != Verdict::kPass &&
            result.verdict != Verdict::kSkip) {
            return false;
        }
    }
    return true;
}

int PrintSmoke(const Options &options)
{
    const Result<RunResult> run = Smoke(options);
    if (!run) {
        std::cerr << "smoke: " << run.error().message << "\n";
        return static_cast<int>(run.error().kind);
    }
    if (options.json) {
        std::cout << ToJson(*run) << "\n";
    } else {
        std::cout << RunText(*run);
    }
    return IsGood(*run) ? 0 : 1;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    laio::Options options;
    laio::Command smoke = laio::SmokeCommand(&options);
    smoke.run = [&] { return laio::PrintSmoke(options); };
    return laio::RunCommandLine(smoke, argc, argv);
}
