#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Whether a modifier stands anywhere behind the star.
bool HasModifier(const LineView &view, size_t pos)
{
    for (; pos < view.bare.size(); ++pos) {
        bool found =
            view.types.ReadModifier(view.bare, pos, [&](size_t end) {
                return end >= view.bare.size() || !IsWord(view.bare[end]);
            });
        if (found) {
            return true;
        }
    }
    return false;
}

bool IsWrong(const LineView &view, const Operator &op)
{
    if (op.role == OperatorRole::kIncrement) {
        return op.before == 'E' && op.after == 'W';
    }
    if (op.role != OperatorRole::kUnary || op.after != 'W') {
        return false;
    }
    return op.text != "*" || !HasModifier(view, op.column + 1);
}

void Check(const LineView &view, const Report &report)
{
    for (const Operator &op : view.operators) {
        if (IsWrong(view, op)) {
            report.Add(view, op.column,
                       "space prohibited after" + op.Described(),
                       NoSpaceAfter(view, op));
        }
    }
}

}  // namespace

extern const Rule kNoSpaceAfterUnary{
    .name = "no-space-after-unary",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "No blank stands between an operator and its one operand.",
    .bad = "    if (! x) {\n",
    .good = "    if (!x) {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
