#include <nlohmann/json.hpp>
#include <set>

#include "tools/style/style.h"

namespace laio {
namespace {

const char *SarifLevel(StyleLevel level)
{
    return level == StyleLevel::kError ? "error" : "warning";
}

nlohmann::json Located(const Finding &finding)
{
    nlohmann::json place;
    place["physicalLocation"]["artifactLocation"]["uri"] = finding.file;
    if (finding.line > 0) {
        place["physicalLocation"]["region"] = {
            {"startLine", finding.line},
            // Columns of the file: the diff marker is none, both count from 1.
            {"startColumn", std::max(finding.column, 1)}};
    }
    return place;
}

nlohmann::json ResultOf(const Finding &finding)
{
    nlohmann::json result{{"ruleId", finding.rule},
                          {"level", SarifLevel(finding.level)},
                          {"message", {{"text", finding.message}}}};
    if (!finding.file.empty()) {
        result["locations"] = {Located(finding)};
    }
    std::string doubt = DoubtAbout(finding);
    if (!doubt.empty()) {
        result["properties"]["doubt"] = doubt;
    }
    return result;
}

}  // namespace

nlohmann::json ToSarif(const std::vector<StyleResult> &results)
{
    nlohmann::json findings = nlohmann::json::array();
    std::set<std::string> seen;
    for (const StyleResult &result : results) {
        for (const Finding &finding : result.findings) {
            findings.push_back(ResultOf(finding));
            seen.insert(finding.rule);
        }
    }
    nlohmann::json rules = nlohmann::json::array();
    for (const RuleDescription &rule : DescribeRules()) {
        if (seen.count(rule.name) > 0) {
            rules.push_back({{"id", rule.name},
                             {"shortDescription", {{"text", rule.summary}}}});
        }
    }
    nlohmann::json run;
    run["tool"]["driver"] = {{"name", "laio style"}, {"rules", rules}};
    run["results"] = findings;
    return {{"version", "2.1.0"},
            {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"runs", {run}}};
}

}  // namespace laio
