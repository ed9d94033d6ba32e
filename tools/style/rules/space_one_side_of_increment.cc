#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsWrong(const LineView &view, const Operator &op)
{
    (void)view;
    return op.role == OperatorRole::kIncrement &&
           !(op.IsBefore("WEOBC") && op.after != 'W') &&
           !(op.before != 'W' && op.IsAfter("WOBEC"));
}

void Check(const LineView &view, const Report &report)
{
    for (const Operator &op : view.operators) {
        if (IsWrong(view, op)) {
            report.Add(view, op.column,
                       "space required one side of" + op.Described(),
                       op.before == 'V' ? SpaceAfter(view, op)
                                        : SpaceBefore(view, op));
        }
    }
}

}  // namespace

extern const Rule kSpaceOneSideOfIncrement{
    .name = "space-one-side-of-increment",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "++ and -- stand free on one side at least.",
    .bad = "    x = a++b;\n",
    .good = "    x = a++ b;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
