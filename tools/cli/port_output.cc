#include "tools/cli/port_output.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tools/report/verdict_changes.h"

namespace laio {
namespace {

using port::PortedChange;
using port::PortedHunk;
using port::PortedPath;
using port::State;

bool AllThere(const PortResult &result)
{
    for (const PortedChange &change : result.changes) {
        if (!change.AlreadyThere()) {
            return false;
        }
    }
    return true;
}

// Why the result is no good as it is; empty when it is.
std::string Trouble(const PortResult &result)
{
    for (const PortedChange &change : result.changes) {
        if (!change.Complete()) {
            return "a part of the change is left to do by hand";
        }
    }
    return AllThere(result) || !result.proof ? "" : result.proof->why_not;
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

nlohmann::json HunkJson(const PortedPath &file, const PortedHunk &hunk)
{
    return {{"function", hunk.function},
            {"state", StateName(hunk.state)},
            {"reason", hunk.reason},
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

bool PortResult::Good() const
{
    return Trouble(*this).empty();
}

nlohmann::json PortJson(const PortResult &result)
{
    nlohmann::json hunks = nlohmann::json::array();
    for (const PortedChange &change : result.changes) {
        for (const PortedPath &file : change.files) {
            for (const PortedHunk &hunk : file.hunks) {
                hunks.push_back(HunkJson(file, hunk));
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
              {"broken", proof.broken}}},
            {"proof", !trouble.empty()    ? trouble
                      : AllThere(result) ? "not needed"
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
    std::string trouble = Trouble(result);
    return text + (!trouble.empty()   ? "not proved: " + trouble + "\n"
                   : AllThere(result) ? "all of it is there already\n"
                                      : "proved\n");
}

}  // namespace laio
