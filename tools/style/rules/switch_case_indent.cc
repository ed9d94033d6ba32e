#include "tools/style/rule.h"
#include "tools/style/rules/switch_block.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsSwitch(std::string_view code)
{
    for (size_t at = FindCall(code, "switch"); at != kNone;
         at = FindCall(code, "switch", at + 1)) {
        if (code.find(')', code.find('(', at)) != kNone) {
            return true;
        }
    }
    return false;
}

// `case x` or `default:` in an added line.
bool IsAddedCase(std::string_view raw)
{
    size_t word = SkipSpace(raw, 1);
    return raw[0] == '+' &&
           (At(raw, word, "default:") ||
            (At(raw, word, "case") && word + 4 < raw.size() &&
             IsSpace(raw[word + 4])));
}

void Check(const LineView &view, const Report &report)
{
    if (!IsSwitch(view.code)) {
        return;
    }
    std::vector<size_t> wrong;
    size_t indent = IndentOf(view.raw);
    for (size_t line : OuterLines(view.hunk, view.line)) {
        std::string_view raw = view.hunk.raw[line];
        if (IsAddedCase(raw) && IndentOf(raw) != indent) {
            wrong.push_back(line);
        }
    }
    if (!wrong.empty()) {
        report.Add(view, view.code.find("switch"),
                   "switch and case should be at the same indent",
                   IndentCases(view.hunk, view.line));
    }
}

}  // namespace

extern const Rule kSwitchCaseIndent{
    .name = "switch-case-indent",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "switch",
    .summary = "case stands under its switch.",
    .bad = "switch (x) {\n"
           "    case 1:\n"
           "        break;\n"
           "}\n",
    .good = "switch (x) {\n"
            "case 1:\n"
            "    break;\n"
            "}\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
