#include "tools/style/style.h"

#include <charconv>
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
        result.fixable += diagnosis.finding.fixable;
    }
    return result;
}

StyleResult Check(const PatchText &patch, Mode mode,
                  std::string_view source_name, const style::RuleSet &rules)
{
    return MakeResult(style::RunRules(patch, mode, rules), patch, source_name);
}

// Reads digits off the front of `text`; -1 when there are none.
int TakeNumber(std::string_view &text)
{
    int value = -1;
    auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) {
        return -1;
    }
    text.remove_prefix(end - text.data());
    return value;
}

nlohmann::json FindingJson(const Finding &finding)
{
    nlohmann::json entry{{"file", finding.file},
                         {"line", finding.line},
                         {"level", StyleLevelName(finding.level)},
                         {"rule", finding.rule},
                         {"message", finding.message},
                         {"fixable", finding.fixable}};
    std::string doubt = DoubtAbout(finding);
    if (!doubt.empty()) {
        entry["doubt"] = doubt;
    }
    return entry;
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
    result.token_rules = std::move(fixed.token_rules);
    return result;
}

}  // namespace

void StyleResult::Count(const StyleResult &other)
{
    errors += other.errors;
    warnings += other.warnings;
    fixable += other.fixable;
}

StyleResult CheckPatch(std::string_view patch_text,
                       std::string_view source_name,
                       const StyleOptions &options)
{
    return StyleChecker(options).CheckPatch(patch_text, source_name);
}

StyleResult CheckFile(std::string_view file_text, std::string_view path,
                      const StyleOptions &options)
{
    return StyleChecker(options).CheckFile(file_text, path);
}

StyleChecker::StyleChecker(const StyleOptions &options)
    : rules_(std::make_unique<style::RuleSet>(style::AllRules(), options))
{
}

StyleChecker::~StyleChecker() = default;

StyleResult StyleChecker::CheckPatch(std::string_view patch_text,
                                     std::string_view source_name) const
{
    return Check(style::ParsePatch(patch_text), Mode::kPatch, source_name,
                 *rules_);
}

StyleResult StyleChecker::CheckFile(std::string_view file_text,
                                    std::string_view path) const
{
    return Check(style::FileAsPatch(file_text, path), Mode::kFile, path,
                 *rules_);
}

std::vector<StyleResult> CheckSeries(const std::vector<NamedPatch> &patches,
                                     const StyleOptions &options)
{
    std::vector<StyleResult> results;
    style::RuleSet rules(style::AllRules(), options);
    style::TypeNames types(options.qemu_version);
    for (const NamedPatch &named : patches) {
        PatchText patch = style::ParsePatch(named.text);
        results.push_back(MakeResult(
            style::RunRules(patch, Mode::kPatch, rules, &types), patch,
            named.name));
        // A commit without a text diff is passed over in silence.
        if (!results.back().is_patch) {
            results.back() = {};
            results.back().source_name = named.name;
        }
    }
    return results;
}

int ParseQemuVersion(std::string_view text)
{
    int parts[3] = {0, 0, 0};
    for (int i = 0; i < 3; ++i) {
        parts[i] = TakeNumber(text);
        if (parts[i] < 0 || parts[i] > 99) {
            return 0;
        }
        if (text.empty()) {
            break;
        }
        if (text[0] != '.' || i == 2) {
            return 0;
        }
        text.remove_prefix(1);
    }
    return 10000 * parts[0] + 100 * parts[1] + parts[2];
}

bool IsFailure(const StyleResult &result, int qemu_version)
{
    return result.errors > 0 ||
           (result.warnings > 0 && qemu_version < 20700);
}

bool IsSourcePath(std::string_view path)
{
    return style::GateOf(path) >= style::Gate::kSource;
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
        findings.push_back(FindingJson(finding));
    }
    return {{"findings", std::move(findings)},
            {"total",
             {{"errors", result.errors}, {"warnings", result.warnings}}}};
}

nlohmann::json ToJson(const std::vector<StyleResult> &results)
{
    StyleResult total;
    nlohmann::json findings = nlohmann::json::array();
    for (const StyleResult &result : results) {
        total.errors += result.errors;
        total.warnings += result.warnings;
        for (const Finding &finding : result.findings) {
            findings.push_back(FindingJson(finding));
            findings.back()["source"] = result.source_name;
        }
    }
    nlohmann::json json = ToJson(total);
    json["findings"] = std::move(findings);
    return json;
}

std::vector<RuleDescription> DescribeRules()
{
    std::vector<RuleDescription> descriptions;
    for (const style::Rule *rule : style::AllRules()) {
        descriptions.push_back({rule->name, rule->level, rule->summary,
                                rule->bad, rule->good, rule->source,
                                rule->has_fix, rule->since, rule->until});
    }
    return descriptions;
}

}  // namespace laio
