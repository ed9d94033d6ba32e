#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsWrong(const LineView &view, const Operator &op)
{
    (void)view;
    return op.role == OperatorRole::kSpaced &&
           !(op.IsBefore("EWC") && op.IsAfter("CWE"));
}

void Check(const LineView &view, const Report &report)
{
    for (const Operator &op : view.operators) {
        if (IsWrong(view, op)) {
            report.Add(view, op.column,
                       "spaces required around" + op.Described(),
                       SpacesAround(view, op));
        }
    }
}

}  // namespace

extern const Rule kSpacesAroundOperator{
    .name = "spaces-around-operator",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "An operator of two operands has a blank on both sides.",
    .bad = "    x = a+b;\n",
    .good = "    x = a + b;\n",
    .source = "8f32510f1c",
    .since = 20600,
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
