#include "tools/style/rule.h"
#include "tools/style/rules/aggregate.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

std::optional<Edit> MoveUp(const LineView &view)
{
    if (view.line == 0 || !view.hunk.added(view.line - 1) ||
        Trim(view.raw.substr(1)) != "{") {
        return std::nullopt;
    }
    Edit edit;
    edit.changes.push_back(
        {view.line - 1,
         {std::string(TrimRight(view.previous_raw)) + " {"}});
    edit.changes.push_back({view.line, {}});
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    std::string kind;
    size_t end = AggregateEnd(view.previous_code, &kind);
    if (!At(view.bare, SkipSpace(view.bare, 1), "{") || end == kNone) {
        return;
    }
    end = SkipName(view.previous_code, end);
    if (SkipSpace(view.previous_code, end) == view.previous_code.size()) {
        report.Add(view, view.bare.find('{'),
                   "open brace '{' following " + kind +
                       " go on the same line",
                   MoveUp(view));
    }
}

}  // namespace

extern const Rule kStructBrace{
    .name = "struct-brace",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "{",
    .summary = "The brace of a struct, union or enum stands on its line.",
    .bad = "struct a\n"
           "{\n",
    .good = "struct a {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
