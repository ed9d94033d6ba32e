#include "tests/harness/runner.h"

#include <fnmatch.h>

#include <optional>
#include <vector>

#include "tests/harness/child.h"
#include "tests/harness/child_verdict.h"
#include "tests/harness/scenario.h"
#include "tests/harness/shared_report.h"
#include "tests/harness/world.h"

namespace laio {

namespace {

// A suite watches its own processes; this is for one that does not end.
constexpr int kSuiteFactor = 10;

struct Planned {
    Scenario scenario;
    ScenarioResult result;
    SharedReport::Ptr report;
};

std::vector<Planned> PlanRun(const RunOptions &options)
{
    std::vector<Planned> planned;
    int number = 0;
    for (const Scenario &scenario : AllScenarios()) {
        if (fnmatch(options.filter.c_str(), scenario.name, 0) == 0 &&
            number++ % options.shards == options.shard) {
            ScenarioResult result;
            result.name = scenario.name;
            result.sentence = scenario.sentence;
            result.detail = WhyUnfit(scenario.needs, options.traits);
            planned.push_back({scenario, result, nullptr});
        }
    }
    return planned;
}

// In a process of its own: a shared object runs code when it is loaded.
std::optional<Error> TryLoad(const RunOptions &options)
{
    SharedReport::Ptr report = SharedReport::Make();
    ChildEnd last;
    RunChildren(
        1, 1, options.time_allowed,
        [&](int) {
            auto api = SubjectApi::Load(options.shared_object, options.traits);
            report->SetVerdict(api.ok() ? Verdict::kPass : Verdict::kFail,
                               api.ok() ? "" : api.error().message);
        },
        [&last](int, const ChildEnd &end) { last = end; });
    if (report->verdict() == Verdict::kPass) {
        return std::nullopt;
    }
    return BadInput(report->verdict() == Verdict::kFail
                        ? report->detail()
                        : "cannot load " + options.shared_object +
                              ": loading it ends the process, " +
                              CrashText(last));
}

enum class LoopKind { kPollOnly, kInGlib };

void PlayScenario(const RunOptions &options, const Scenario &scenario,
                  LoopKind loop, SharedReport *report)
{
    if (scenario.suite) {
        scenario.suite(scenario.name,
                       {options.shared_object, options.traits, options.seed,
                        options.budget, report});
        return;
    }
    auto api = SubjectApi::Load(options.shared_object, options.traits);
    if (!api.ok()) {
        report->SetVerdict(Verdict::kCrash, api.error().message);
        return;
    }
    World world(api.value().get(), report);
    if (loop == LoopKind::kInGlib) {
        world.EnterGlib();
    }
    scenario.body(world);
    world.Finish();
}

void PlayAll(const RunOptions &options, const std::vector<Planned *> &all,
             std::chrono::milliseconds time_allowed,
             LoopKind loop = LoopKind::kPollOnly)
{
    RunChildren(
        static_cast<int>(all.size()), options.jobs, time_allowed,
        [&](int i) {
            PlayScenario(options, all[i]->scenario, loop,
                         all[i]->report.get());
        },
        [&](int i, const ChildEnd &end) {
            TakeVerdict(end, time_allowed, all[i]->report.get(),
                        &all[i]->result);
        });
}

// Those that passed once more, in a loop of the other kind.
void PlayInGlib(const RunOptions &options, std::vector<Planned *> scenarios)
{
    std::erase_if(scenarios, [](const Planned *planned) {
        return planned->result.verdict != Verdict::kPass;
    });
    for (Planned *planned : scenarios) {
        planned->report->Clear();
    }
    PlayAll(options, scenarios, options.time_allowed, LoopKind::kInGlib);
}

}  // namespace

Result<RunResult> RunScenarios(const RunOptions &options)
{
    std::vector<Planned> all = PlanRun(options);
    if (all.empty()) {
        return UsageError("no scenario is called " + options.filter +
                          " (--list names them)");
    }
    if (auto error = TryLoad(options)) {
        return *error;
    }
    std::vector<Planned *> scenarios;
    std::vector<Planned *> suites;
    for (Planned &planned : all) {
        if (planned.result.detail.empty()) {
            planned.report = SharedReport::Make();
            if (!planned.report) {
                return EnvironmentError("no memory for a scenario's trace");
            }
            (planned.scenario.suite ? suites : scenarios).push_back(&planned);
        }
    }
    PlayAll(options, scenarios, options.time_allowed);
    if (options.traits.sleeps_in_context) {
        PlayInGlib(options, scenarios);
    }
    PlayAll(options, suites, kSuiteFactor * options.time_allowed +
                                 options.budget);
    RunResult run = {.subject = options.subject_name, .scenarios = {}};
    for (Planned &planned : all) {
        run.scenarios.push_back(std::move(planned.result));
    }
    return run;
}

}  // namespace laio
