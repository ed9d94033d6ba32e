#include "tools/report/breakages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>

namespace laio {
namespace {

// The detail without the program that led there.
std::string WhatHappened(const ScenarioResult &scenario)
{
    std::string what = scenario.detail.substr(0, scenario.detail.find(';'));
    return what.empty() ? VerdictName(scenario.verdict)
                        : fmt::format("{}: {}", VerdictName(scenario.verdict),
                                      what);
}

// The same for all that break in one way: no numbers, no circumstances.
std::string Kind(const ScenarioResult &scenario)
{
    std::string what = scenario.detail.substr(
        0, scenario.detail.find_first_of(";:"));
    std::replace_if(
        what.begin(), what.end(),
        [](unsigned char c) { return std::isdigit(c) != 0; }, '#');
    return fmt::format("{} {}", VerdictName(scenario.verdict), what);
}

// Programs that were made up show less than a scenario with a story.
bool IsMadeUp(const ScenarioResult &scenario)
{
    return scenario.name.starts_with("general/");
}

bool ShowsBetter(const ScenarioResult *a, const ScenarioResult *b)
{
    return std::tuple(IsMadeUp(*a), a->trace.size(), a->name) <
           std::tuple(IsMadeUp(*b), b->trace.size(), b->name);
}

}  // namespace

std::vector<Breakage> GroupBreakages(const std::vector<VerdictChange> &changes)
{
    std::map<std::string, Breakage> kinds;
    for (const VerdictChange &change : changes) {
        if (change.IsNewFailure()) {
            kinds[Kind(*change.result)].scenarios.push_back(change.result);
        }
    }
    std::vector<Breakage> breakages;
    for (auto &[kind, breakage] : kinds) {
        std::sort(breakage.scenarios.begin(), breakage.scenarios.end(),
                  ShowsBetter);
        breakage.how = WhatHappened(breakage.Example());
        breakages.push_back(std::move(breakage));
    }
    std::stable_sort(breakages.begin(), breakages.end(),
                     [](const Breakage &a, const Breakage &b) {
                         return a.scenarios.size() > b.scenarios.size();
                     });
    return breakages;
}

}  // namespace laio
