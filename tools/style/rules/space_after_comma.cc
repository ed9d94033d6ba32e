#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsWrong(const LineView &view, const Operator &op)
{
    size_t end = op.column + 1;
    return op.role == OperatorRole::kComma && !op.IsAfter("WEC") &&
           !At(view.bare, end, "}") &&
           !(At(view.bare, end, "{") && view.bare[op.column - 1] == '}');
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

extern const Rule kSpaceAfterComma{
    .name = "space-after-comma",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A comma is followed by a blank.",
    .bad = "    move(x,y);\n",
    .good = "    move(x, y);\n",
    .source = "ca68668d27",
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
