#include "tools/report/review_json.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "tools/patch/patch_json.h"

namespace laio {
namespace {

using nlohmann::json;

json ApplyJson(const ReviewReport &report)
{
    json apply = ToJson(report.changes);
    apply["applies"] = report.apply_problem.empty();
    if (!report.apply_problem.empty()) {
        apply["problem"] = report.apply_problem;
    }
    return apply;
}

// The findings of all mails together, as if they were one text.
json StyleJson(const ReviewReport &report, StyleResult FixResult::*side)
{
    StyleResult all;
    for (const FixResult &style : report.style) {
        const StyleResult &one = style.*side;
        all.findings.insert(all.findings.end(), one.findings.begin(),
                            one.findings.end());
        all.errors += one.errors;
        all.warnings += one.warnings;
    }
    return ToJson(all);
}

json CompiledJson(const std::optional<Compiled> &compiled)
{
    if (!compiled) {
        return nullptr;
    }
    return {{"ok", compiled->ok},
            {"errors", compiled->errors},
            {"warnings", compiled->warnings},
            {"output", compiled->output}};
}

json RunJson(const std::optional<RunResult> &run)
{
    return run ? ToJson(*run) : json(nullptr);
}

// One entry per patch of a series.
json StepsJson(const ReviewReport &report)
{
    json steps = json::array();
    std::optional<size_t> first = FirstBreakingStep(report);
    for (size_t i = 0; i < report.steps.size(); i++) {
        const PatchStep &step = report.steps[i];
        json broken = json::array();
        for (const VerdictChange &change : ChangesOfStep(report, i)) {
            if (change.IsNewFailure()) {
                broken.push_back(change.name);
            }
        }
        steps.push_back({{"subject", report.mails[i].subject},
                         {"applies", step.problem.empty()},
                         {"compile", CompiledJson(step.after.compiled)},
                         {"run", RunJson(step.after.run)},
                         {"newly_broken", std::move(broken)},
                         {"first_to_break", first == i}});
    }
    return steps;
}

}  // namespace

json ToJson(const ReviewReport &report)
{
    json out = {
        {"salvage", ToJson(report.mails)},
        {"apply", ApplyJson(report)},
        {"style",
         {{"before", StyleJson(report, &FixResult::before)},
          {"after", StyleJson(report, &FixResult::after)}}},
        {"compile", nullptr},
        {"run", {{"before", nullptr}, {"after", nullptr}}},
        {"bench", nullptr},
        {"next_version", nullptr},
        {"next_versions", report.next_version},
        {"patches", StepsJson(report)},
        {"notes", report.notes},
    };
    if (!report.next_version.empty()) {
        out["next_version"] = report.next_version.front();
    }
    if (report.judged) {
        const JudgedFile &judged = *report.judged;
        out["compile"] = {{"path", judged.path},
                          {"before", CompiledJson(judged.before.compiled)},
                          {"after", CompiledJson(judged.after.compiled)}};
        out["run"] = {{"before", RunJson(judged.before.run)},
                      {"after", RunJson(judged.after.run)}};
        if (judged.bench) {
            out["bench"] = ToJson(*judged.bench);
        }
    }
    return out;
}

}  // namespace laio
