#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsWrong(const LineView &view, const Operator &op)
{
    size_t end = op.column + 1;
    return op.role == OperatorRole::kSemicolon && !op.IsAfter("WEBC") &&
           !At(view.bare, end, "\\") && !At(view.bare, end, ";");
}

void Check(const LineView &view, const Report &report)
{
    for (const Operator &op : view.operators) {
        if (IsWrong(view, op)) {
            report.Add(view, op.column, "space required after" + op.Described(),
                       SpaceAfter(view, op));
        }
    }
}

}  // namespace

extern const Rule kSpaceAfterSemicolon{
    .name = "space-after-semicolon",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A semicolon is followed by a blank or the end of the line.",
    .bad = "    for (i = 0;i < n; i++) {\n",
    .good = "    for (i = 0; i < n; i++) {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
