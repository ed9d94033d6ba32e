#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsWrong(const LineView &view, const Operator &op)
{
    if (op.before != 'W') {
        return false;
    }
    if (op.role == OperatorRole::kLabelColon) {
        return true;
    }
    return op.role == OperatorRole::kIncrement &&
           (op.IsAfter("BE") ||
            At(view.bare, op.column + op.text.size(), ";"));
}

void Check(const LineView &view, const Report &report)
{
    for (const Operator &op : view.operators) {
        if (IsWrong(view, op)) {
            report.Add(view, op.column,
                       "space prohibited before" + op.Described(),
                       NoSpaceBefore(view, op));
        }
    }
}

}  // namespace

extern const Rule kNoSpaceBeforeIncrement{
    .name = "no-space-before-increment",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "No blank stands before ++ or -- behind a name, nor before the "
               "colon of a label.",
    .bad = "    i ++;\n",
    .good = "    i++;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
