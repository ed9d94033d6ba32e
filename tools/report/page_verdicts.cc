// Verdicts before and after, and what broke.

#include <fmt/format.h>

#include <algorithm>

#include "tools/report/breakages.h"
#include "tools/report/page_parts.h"
#include "tools/report/verdict_in_words.h"

namespace laio {
namespace {

// A sign and a word: nothing is told by colour alone.
void AddVerdict(html::Element row, const char *label,
                const std::optional<Verdict> &verdict)
{
    const char *sign = !verdict                      ? "–"
                       : *verdict == Verdict::kPass  ? "✓"
                       : *verdict == Verdict::kSkip  ? "○"
                       : *verdict == Verdict::kFail  ? "✗"
                       : *verdict == Verdict::kCrash ? "✸"
                                                     : "∞";
    const char *look = verdict && IsFailing(*verdict)       ? "bad"
                       : verdict && *verdict == Verdict::kPass ? "good"
                                                              : "quiet";
    row.Add("td", {{"class", look}, {"data-label", label}},
            fmt::format("{} {}", sign,
                        verdict ? VerdictName(*verdict) : "not run"));
}

const char *ChangeText(const VerdictChange &change)
{
    return change.IsNewFailure()     ? "newly broken"
           : change.IsFixed()        ? "mended"
           : change.FailsBothTimes() ? "broken before too"
           : change.IsSame()         ? "same"
                                     : "changed";
}

int Rank(const VerdictChange &change)
{
    return change.IsNewFailure()     ? 0
           : change.IsFixed()        ? 1
           : change.FailsBothTimes() ? 2
           : change.IsSame()         ? 4
                                     : 3;
}

void AddMatrix(html::Element section, std::vector<VerdictChange> changes)
{
    std::stable_sort(changes.begin(), changes.end(),
                     [](auto &a, auto &b) { return Rank(a) < Rank(b); });
    html::Element rows =
        AddTable(section, "verdicts", "Every scenario, before and after",
                 {"Scenario", "Before", "After", "Change"});
    for (const VerdictChange &change : changes) {
        html::Element row = rows.Add("tr");
        row.Add("th", {{"scope", "row"}, {"class", "name"}}, change.name);
        AddVerdict(row, "before", change.before);
        AddVerdict(row, "after", change.after);
        const char *look = change.IsNewFailure() ? "bad mark" : "";
        row.Add("td", {{"class", look}, {"data-label", "change"}},
                ChangeText(change));
    }
}

void AddScenario(html::Element parent, const ScenarioResult &scenario)
{
    html::Element list = parent.Add("dl");
    list.AddText("dt", "Promise");
    list.AddText("dd", scenario.sentence);
    list.AddText("dt", "But");
    list.Add("dd", {{"class", "bad"}}, scenario.detail);
    AddChart(parent, scenario);
}

void AddBreakage(html::Element section, const Breakage &breakage)
{
    const ScenarioResult &example = breakage.Example();
    section.AddText("h3", "✗ " + breakage.how);
    section.Add("p", {{"class", "code"}}, example.name);
    AddScenario(section, example);
    for (size_t i = 1; i < breakage.scenarios.size(); i++) {
        const ScenarioResult &other = *breakage.scenarios[i];
        html::Element details = section.Add("details");
        details.AddText("summary", "The same way: " + other.name);
        AddScenario(details, other);
    }
}

std::string BuildText(const std::optional<Compiled> &compiled)
{
    return !compiled ? "no such file"
                     : fmt::format("{}, {}, {}",
                                   compiled->ok ? "compiles"
                                                : "does not compile",
                                   Counted(static_cast<size_t>(
                                               compiled->errors),
                                           "error"),
                                   Counted(static_cast<size_t>(
                                               compiled->warnings),
                                           "warning"));
}

void AddCompile(html::Element section, const JudgedFile &judged)
{
    html::Element list = section.Add("dl");
    list.AddText("dt", "File");
    list.Add("dd", {{"class", "code"}}, judged.path);
    list.AddText("dt", "Before");
    list.AddText("dd", BuildText(judged.before.compiled));
    list.AddText("dt", "After");
    list.AddText("dd", BuildText(judged.after.compiled));
    if (judged.after.compiled && !judged.after.compiled->output.empty()) {
        section.AddText("pre", judged.after.compiled->output);
    }
}

}  // namespace

void AddVerdicts(html::Element parent, const ReviewReport &report)
{
    if (!report.judged) {
        return;
    }
    AddCompile(AddSection(parent, "compile", "Compile"), *report.judged);
    std::vector<VerdictChange> changes = Changes(report);
    if (changes.empty()) {
        return;
    }
    std::vector<Breakage> breakages = GroupBreakages(changes);
    if (!breakages.empty()) {
        html::Element section = AddSection(parent, "broken", "What breaks");
        for (const Breakage &breakage : breakages) {
            AddBreakage(section, breakage);
        }
    }
    AddMatrix(AddSection(parent, "verdicts", "Verdicts"), std::move(changes));
}

}  // namespace laio
