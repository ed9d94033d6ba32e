#include "tools/cli/port_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tools/report/verdict_changes.h"

namespace laio {
namespace {

using port::PortedChange;
using port::PortedHunk;
using port::PortedPath;
using port::State;

// Why the result is no good as it is; empty when it is.
std::string Trouble(const PortResult &result)
{
    if (!result.pass_already.empty()) {
        return "";
    }
    for (const PortedChange &change : result.changes) {
        if (!change.Complete()) {
            return "a part of the change is left to do by hand";
        }
    }
    return result.AllThere() || !result.proof ? "" : result.proof->why_not;
}

nlohmann::json RunJson(const std::optional<JudgedSubject> &judged)
{
    if (!judged) {
        return nlohmann::json::object();
    }
    RunResult run = judged->run;
    for (ScenarioResult &scenario : run.scenarios) {
        scenario.trace.clear();
    }
    nlohmann::json json = ToJson(run);
    if (!judged->error.empty()) {
        json["error"] = judged->error;
    }
    return json;
}

constexpr const char *kNotNeeded = "what it mends passes here already";

nlohmann::json HunkJson(const PortedPath &file, const PortedHunk &hunk,
                        bool needed)
{
    return {{"function", hunk.function},
            {"state", StateName(needed ? hunk.state : State::kAlready)},
            {"reason", needed ? hunk.reason : kNotNeeded},
            {"file", file.path},
            {"line", hunk.target_line},
            {"change", hunk.change},
            {"here", hunk.here}};
}

std::string Block(const std::string &text)
{
    std::string block;
    size_t begin = 0;
    while (begin < text.size()) {
        size_t end = text.find('\n', begin);
        end = end == text.npos ? text.size() : end;
        block += "        " + text.substr(begin, end - begin) + "\n";
        begin = end + 1;
    }
    return block;
}

std::string HunkText(const PortedHunk &hunk)
{
    std::string line = hunk.target_line
                           ? fmt::format(":{}", hunk.target_line)
                           : "";
    std::string text = fmt::format("    {:<8} {}{}{}\n",
                                   StateName(hunk.state), hunk.function, line,
                                   hunk.reason.empty() ? ""
                                                       : ", " + hunk.reason);
    if (hunk.state == State::kManual) {
        text += Block(hunk.change);
        if (!hunk.here.empty()) {
            text += "      here:\n" + Block(hunk.here);
        }
    }
    return text;
}

std::string ProofText(const PortProof &proof)
{
    std::string text;
    if (proof.before && proof.before->error.empty()) {
        text += "before: " + CountVerdicts(proof.before->run) + "\n";
    }
    if (proof.after && proof.after->error.empty()) {
        text += "after:  " + CountVerdicts(proof.after->run) + "\n";
    }
    for (const std::string &name : proof.fixed) {
        text += "    now passes: " + name + "\n";
    }
    for (const std::string &name : proof.broken) {
        text += "    now fails:  " + name + "\n";
    }
    return text;
}

}  // namespace

bool PortResult::AllThere() const
{
    return std::all_of(changes.begin(), changes.end(),
                       [](const PortedChange &change) {
                           return change.AlreadyThere();
                       });
}

bool PortResult::Good() const
{
    return Trouble(*this).empty();
}

nlohmann::json PortJson(const PortResult &result)
{
    nlohmann::json hunks = nlohmann::json::array();
    bool needed = result.pass_already.empty();
    for (const PortedChange &change : result.changes) {
        for (const PortedPath &file : change.files) {
            for (const PortedHunk &hunk : file.hunks) {
                hunks.push_back(HunkJson(file, hunk, needed));
            }
        }
    }
    const PortProof none;
    const PortProof &proof = result.proof ? *result.proof : none;
    std::string trouble = Trouble(result);
    return {{"onto", result.onto},
            {"hunks", hunks},
            {"verdicts",
             {{"before", RunJson(proof.before)},
              {"after", RunJson(proof.after)},
              {"fixed", proof.fixed},
              {"broken", proof.broken},
              {"pass_already", result.pass_already}}},
            {"proof", !trouble.empty()                 ? trouble
                      : !needed || result.AllThere() ? "not needed"
                                                     : "proved"},
            {"patch", result.patch}};
}

std::string PortText(const PortResult &result)
{
    std::string text = "onto " + result.onto + "\n";
    for (const PortedChange &change : result.changes) {
        for (const PortedPath &file : change.files) {
            text += file.path;
            text += file.path == file.source_path
                        ? "\n"
                        : " (from " + file.source_path + ")\n";
            for (const PortedHunk &hunk : file.hunks) {
                text += HunkText(hunk);
            }
        }
    }
    if (result.proof) {
        text += ProofText(*result.proof);
    }
    for (const std::string &name : result.pass_already) {
        text += "    passes already: " + name + "\n";
    }
    std::string trouble = Trouble(result);
    return text + (!trouble.empty() ? "not proved: " + trouble + "\n"
                   : !result.pass_already.empty()
                       ? "not needed: all that it mends where it was made "
                         "passes here\n"
                   : result.AllThere() ? "all of it is there already\n"
                                       : "proved\n");
}

}  // namespace laio
