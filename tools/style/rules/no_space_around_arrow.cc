#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsWrong(const LineView &view, const Operator &op)
{
    (void)view;
    return op.role == OperatorRole::kTight &&
           (op.before == 'W' || op.after == 'W');
}

void Check(const LineView &view, const Report &report)
{
    for (const Operator &op : view.operators) {
        if (IsWrong(view, op)) {
            report.Add(view, op.column,
                       "spaces prohibited around" + op.Described(),
                       NoSpaceAround(view, op));
        }
    }
}

}  // namespace

extern const Rule kNoSpaceAroundArrow{
    .name = "no-space-around-arrow",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "No blank stands beside -> or the colon of a bit-field.",
    .bad = "    x = ring -> head;\n",
    .good = "    x = ring->head;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
