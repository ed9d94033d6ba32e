#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!EndsWith(view.code, ";;")) {
        return;
    }
    std::optional<Edit> edit;
    std::string_view left = TrimRight(view.code.substr(
        0, view.code.size() - 2));
    bool in_for = FindWord(view.code, "for") != kNone;
    if (!in_for && left.size() > 1 && EndsWith(view.raw, ";;")) {
        edit = ReplaceInLine(view, view.raw.size() - 1, 1, "");
        edit->removed_tokens = {";"};
    }
    report.Add(view, view.code.size() - 1, "superfluous trailing semicolon",
               std::move(edit));
}

}  // namespace

extern const Rule kDoubleSemicolon{
    .name = "double-semicolon",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = ";;",
    .summary = "One semicolon ends a statement.",
    .bad = "    x = 1;;\n",
    .good = "    x = 1;\n",
    .source = "ee0f3c09e0",
    .since = 50000,
    .has_fix = true,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
