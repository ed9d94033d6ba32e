#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

std::optional<Edit> Fix(const LineView &view, size_t column)
{
    std::string_view text = Trim(view.raw.substr(column + 2));
    if (Contains(text, "*/") || Contains(text, "/*") ||
        EndsWith(text, "\\") || EndsWith(text, "/") ||
        StartsWith(text, "/")) {
        return std::nullopt;
    }
    std::string comment = "/* ";
    comment += text;
    comment += text.empty() ? "*/" : " */";
    return ReplaceInLine(view, column, view.raw.npos, comment);
}

void CheckAll(const LineView &view, const Report &report)
{
    size_t column = view.code.find("//");
    if (column != view.code.npos) {
        report.Add(view, column, "do not use C99 // comments",
                   Fix(view, column));
    }
}

void Check(const LineView &view, const Report &report)
{
    if (!Contains(view.raw, "// SPDX-License-Identifier: ")) {
        CheckAll(view, report);
    }
}

constexpr RulePast kPast[] = {
    {.until = 40100, .check_line = CheckAll},
};

}  // namespace

extern const Rule kC99Comments{
    .name = "c99-comments",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "//",
    .summary = "Comments are /* like this */; only SPDX lines use //.",
    .bad = "    x = 1; // one\n",
    .good = "    x = 1; /* one */\n",
    .source = "8d061278d3",
    .past = kPast,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
