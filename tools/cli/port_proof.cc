#include "tools/cli/port_proof.h"

#include <algorithm>
#include <set>

#include "tests/harness/traits.h"
#include "tools/cli/judge_subjects.h"
#include "tools/report/verdict_changes.h"

namespace laio {
namespace {

Subject SubjectOf(const char *name, const std::string &path,
                  const std::string &text)
{
    Subject subject;
    subject.name = name;
    subject.source = {path, text};
    return subject;
}

std::string WhyNot(const PortProof &proof)
{
    if (!proof.after->error.empty()) {
        return "it does not compile: " + proof.after->error;
    }
    if (!proof.before->error.empty()) {
        return "the target does not compile: " + proof.before->error;
    }
    if (!proof.broken.empty()) {
        return "a scenario fails that did not fail before";
    }
    if (proof.fixed.empty()) {
        return "no scenario that failed before passes now";
    }
    return "";
}

}  // namespace

Result<PortProof> ProvePort(const std::string &path, const std::string &before,
                            const std::string &after, Workbench &bench)
{
    PortProof proof;
    if (!ReadTraits(before, path).ok() || !ReadTraits(after, path).ok()) {
        proof.why_not = path + " defines no laio_init of a form that is "
                        "known: nothing could be run";
        return proof;
    }
    Result<std::vector<JudgedSubject>> judged = JudgeSubjects(
        {SubjectOf("before", path, before), SubjectOf("after", path, after)},
        bench, {});
    if (!judged.ok()) {
        return judged.error();
    }
    proof.before = std::move((*judged)[0]);
    proof.after = std::move((*judged)[1]);
    for (const VerdictChange &change :
         CompareVerdicts(proof.before->run, proof.after->run)) {
        if (change.IsFixed()) {
            proof.fixed.push_back(change.name);
        } else if (change.IsNewFailure()) {
            proof.broken.push_back(change.name);
        }
    }
    proof.why_not = WhyNot(proof);
    return proof;
}

Result<std::vector<std::string>> PassesAlready(const ChangedText &origin,
                                               const std::string &path,
                                               const std::string &target,
                                               Workbench &bench)
{
    auto home = ProvePort(origin.path, origin.before, origin.after, bench);
    if (!home.ok()) {
        return home.error();
    }
    if (home->fixed.empty() || !ReadTraits(target, path).ok()) {
        return std::vector<std::string>();
    }
    auto judged =
        JudgeSubjects({SubjectOf("target", path, target)}, bench, {});
    if (!judged.ok()) {
        return judged.error();
    }
    std::set<std::string> passed;
    for (const ScenarioResult &scenario : judged->front().run.scenarios) {
        if (scenario.verdict == Verdict::kPass) {
            passed.insert(scenario.name);
        }
    }
    bool all = std::all_of(
        home->fixed.begin(), home->fixed.end(),
        [&](const std::string &name) { return passed.count(name) > 0; });
    return all ? home->fixed : std::vector<std::string>();
}

}  // namespace laio
