#include "tools/style/rule.h"
#include "tools/style/rules/control.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool EndsInEmptyStatement(const HunkView &hunk, size_t last)
{
    std::string_view raw = TrimRight(hunk.raw[last]);
    if (!EndsWith(raw, ";")) {
        return false;
    }
    return EndsWith(TrimRight(raw.substr(0, raw.size() - 1)), ")");
}

// `} while (`: the end of a loop that has a body.
bool EndsLoop(std::string_view code)
{
    size_t keyword = LastControl(code);
    return At(code, keyword, "while") &&
           At(code, SkipSpace(code, keyword + 5), "(") &&
           EndsWith(TrimRight(code.substr(0, keyword)), "}");
}

void Check(const LineView &view, const Report &report)
{
    if (!HasControl(view.hunk, view.line)) {
        return;
    }
    ParenSpan span = ParenLines(view.hunk, view.line);
    size_t next = view.line + span.lines;
    if (span.level == 0 && next < view.hunk.size() &&
        !EndsLoop(view.code) && EndsInEmptyStatement(view.hunk, next - 1) &&
        IndentOf(view.hunk.raw[next]) > IndentOf(view.raw)) {
        report.Add(view, view.raw.size() - 1,
                   "trailing semicolon indicates no statements, indent "
                   "implies otherwise");
    }
}

}  // namespace

extern const Rule kSemicolonBody{
    .name = "semicolon-body",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "if while for switch do else",
    .summary = "A condition with nothing to do is not followed by deeper "
               "lines.",
    .bad = "    if (x);\n"
           "        y();\n",
    .good = "    if (x) {\n"
            "        y();\n"
            "    }\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
