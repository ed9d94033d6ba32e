#include "tools/style/style.h"

#include <nlohmann/json.hpp>

#include "tools/style/engine.h"
#include "tools/style/fixer.h"
#include "tools/style/registry.h"

namespace laio {
namespace {

using style::Diagnosis;
using style::Mode;
using style::PatchText;

StyleResult MakeResult(const std::vector<Diagnosis> &diagnoses,
                       const PatchText &patch, std::string_view source_name)
{
    StyleResult result;
    result.source_name = source_name;
    result.is_patch = !patch.hunks.empty() || patch.has_rename;
    for (const Diagnosis &diagnosis : diagnoses) {
        result.findings.push_back(diagnosis.finding);
        bool is_error = diagnosis.finding.level == StyleLevel::kError;
        ++(is_error ? result.errors : result.warnings);
    }
    return result;
}

StyleResult Check(const PatchText &patch, Mode mode,
                  std::string_view source_name, const StyleOptions &options)
{
    return MakeResult(
        style::RunRules(patch, mode, options, style::AllRules()), patch,
        source_name);
}

FixResult Fix(PatchText patch, Mode mode, std::string_view source_name,
              const StyleOptions &options)
{
    style::Fixed fixed = style::FixAll(std::move(patch), mode, options,
                                       style::AllRules());
    FixResult result;
    result.text = mode == Mode::kFile ? JoinFile(fixed.patch)
                                      : JoinPatch(fixed.patch);
    result.before = MakeResult(fixed.before, fixed.patch, source_name);
    result.after = MakeResult(fixed.after, fixed.patch, source_name);
    result.dropped = std::move(fixed.dropped);
    result.applied = fixed.applied;
    return result;
}

}  // namespace

StyleResult CheckPatch(std::string_view patch_text,
                       std::string_view source_name,
                       const StyleOptions &options)
{
    return Check(style::ParsePatch(patch_text), Mode::kPatch, source_name,
                 options);
}

StyleResult CheckFile(std::string_view file_text, std::string_view path,
                      const StyleOptions &options)
{
    return Check(style::FileAsPatch(file_text, path), Mode::kFile, path,
                 options);
}

FixResult FixPatch(std::string_view patch_text, std::string_view source_name,
                   const StyleOptions &options)
{
    return Fix(style::ParsePatch(patch_text), Mode::kPatch, source_name,
               options);
}

FixResult FixFile(std::string_view file_text, std::string_view path,
                  const StyleOptions &options)
{
    return Fix(style::FileAsPatch(file_text, path), Mode::kFile, path,
               options);
}

std::string ToTerse(const StyleResult &result)
{
    std::string text;
    for (const Finding &finding : result.findings) {
        text += result.source_name + ":" +
                std::to_string(finding.patch_line) + ": " +
                StyleLevelName(finding.level) + ": " + finding.message +
                "\n";
    }
    return text;
}

nlohmann::json ToJson(const StyleResult &result)
{
    nlohmann::json findings = nlohmann::json::array();
    for (const Finding &finding : result.findings) {
        findings.push_back({{"file", finding.file},
                            {"line", finding.line},
                            {"level", StyleLevelName(finding.level)},
                            {"rule", finding.rule},
                            {"message", finding.message},
                            {"fixable", finding.fixable}});
    }
    return {{"findings", std::move(findings)},
            {"total",
             {{"errors", result.errors}, {"warnings", result.warnings}}}};
}

std::vector<RuleDescription> DescribeRules()
{
    std::vector<RuleDescription> descriptions;
    for (const style::Rule *rule : style::AllRules()) {
        descriptions.push_back({rule->name, rule->level, rule->summary,
                                rule->bad, rule->good, rule->source,
                                rule->has_fix});
    }
    return descriptions;
}

}  // namespace laio
