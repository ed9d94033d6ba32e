// The general suites: what the runner lists as general/...

#include <fmt/format.h>

#include <deque>

#include "tests/harness/scenario.h"
#include "tests/programs/exhaustive.h"
#include "tests/programs/search.h"

namespace laio {

namespace {

constexpr std::string_view kRandom = "general/random/";
constexpr std::string_view kExhaustive = "general/exhaustive/";

// The finding takes the place of the suite's own, empty, report.
void Report(const SuiteRun &run, const Finding &found, const std::string &how)
{
    Finding shortest = ShortestOf({run.shared_object, run.traits}, found);
    const ScenarioResult &result = shortest.result;
    for (const TraceEvent &event : result.trace) {
        run.report->Record(event.depth, event.from, event.to, event.text);
        if (event.broken) {
            run.report->MarkBroken();
        }
    }
    run.report->SetVerdict(
        result.verdict,
        fmt::format("{}; {}program: {}", result.detail, how,
                    ProgramText(shortest.program)));
}

void PlayRandom(const char *name, const SuiteRun &run)
{
    const Alphabet *alphabet = FindAlphabet(name + kRandom.size());
    SearchResult result =
        Search({run.shared_object, run.traits}, *alphabet,
               {.seed = run.seed, .time = run.budget, .known = {}});
    if (result.finding) {
        Report(run, *result.finding, fmt::format("seed {}, ", result.seed));
    } else {
        run.report->SetVerdict(Verdict::kPass, "");
    }
}

void PlayExhaustive(const char *name, const SuiteRun &run)
{
    for (const SmallWorld &world : AllSmallWorlds()) {
        if (std::string_view(name).substr(kExhaustive.size()) !=
            world.name) {
            continue;
        }
        int more = run.budget.count() > 0;
        AllPrograms source(world, world.length + more);
        BatchResult result =
            PlayBatch({run.shared_object, run.traits}, &source);
        if (result.finding) {
            Report(run, *result.finding, "");
        } else {
            run.report->SetVerdict(Verdict::kPass, "");
        }
    }
}

class Registration {
 public:
    Registration()
    {
        for (const Alphabet &alphabet : AllAlphabets()) {
            Add(kRandom, alphabet.name, alphabet.sentence, alphabet.needs,
                PlayRandom);
        }
        for (const SmallWorld &world : AllSmallWorlds()) {
            Add(kExhaustive, world.name, world.sentence, world.needs,
                PlayExhaustive);
        }
    }

 private:
    void Add(std::string_view area, const char *name, const char *sentence,
             unsigned needs, decltype(Scenario::suite) suite)
    {
        names_.push_back(std::string(area) + name);
        ScenarioRegistration({names_.back().c_str(), sentence, needs, nullptr,
                              suite});
    }

    std::deque<std::string> names_;
};

const Registration registration;

}  // namespace

}  // namespace laio
