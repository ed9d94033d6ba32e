#include "tests/harness/expectations.h"

#include <fnmatch.h>

#include <algorithm>
#include <optional>

namespace laio {

namespace {

std::optional<Verdict> VerdictOf(std::string_view name)
{
    for (Verdict verdict : {Verdict::kPass, Verdict::kFail, Verdict::kCrash,
                            Verdict::kHang, Verdict::kSkip}) {
        if (name == VerdictName(verdict)) {
            return verdict;
        }
    }
    return std::nullopt;
}

std::string Names(const std::vector<Verdict> &verdicts)
{
    std::string names;
    for (Verdict verdict : verdicts) {
        names += (names.empty() ? "" : ",") + std::string(VerdictName(verdict));
    }
    return names;
}

}  // namespace

Result<Expectation> ParseExpectation(std::string_view text)
{
    size_t equals = text.rfind('=');
    Expectation expectation;
    expectation.glob = text.substr(0, equals);
    while (equals != std::string_view::npos) {
        text.remove_prefix(equals + 1);
        equals = text.find(',');
        auto verdict = VerdictOf(text.substr(0, equals));
        if (!verdict) {
            expectation.verdicts.clear();
            break;
        }
        expectation.verdicts.push_back(*verdict);
    }
    if (expectation.glob.empty() || expectation.verdicts.empty()) {
        return UsageError("an expectation is GLOB=VERDICT[,VERDICT], with "
                          "pass, fail, crash, hang or skip");
    }
    return expectation;
}

std::vector<std::string> Surprises(
    const RunResult &run, const std::vector<Expectation> &expectations)
{
    std::vector<std::string> surprises;
    std::vector<bool> met(expectations.size());
    for (const ScenarioResult &result : run.scenarios) {
        std::vector<Verdict> wanted = {Verdict::kPass, Verdict::kSkip};
        for (size_t i = 0; i < expectations.size(); i++) {
            if (fnmatch(expectations[i].glob.c_str(), result.name.c_str(),
                        0) == 0) {
                wanted = expectations[i].verdicts;
                met[i] = true;
            }
        }
        if (std::find(wanted.begin(), wanted.end(), result.verdict) ==
            wanted.end()) {
            surprises.push_back(result.name + " is " +
                                VerdictName(result.verdict) + " (" +
                                result.detail + "), expected " +
                                Names(wanted));
        }
    }
    for (size_t i = 0; i < expectations.size(); i++) {
        if (!met[i]) {
            surprises.push_back("no scenario is called " +
                                expectations[i].glob);
        }
    }
    return surprises;
}

}  // namespace laio
