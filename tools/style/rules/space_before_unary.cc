#include "tools/style/rule.h"
#include "tools/style/rules/spacing.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsWrong(const LineView &view, const Operator &op)
{
    if (op.role != OperatorRole::kUnary || op.IsBefore("WEBC")) {
        return false;
    }
    std::string_view left = view.bare.substr(0, op.column);
    bool is_destructor = op.text == "~" && EndsWith(left, "::") &&
                         (EndsWith(view.hunk.path, ".cpp") ||
                          EndsWith(view.hunk.path, ".h"));
    return !is_destructor &&
           std::string_view(")!~*-&|{").find(left.back()) == kNone &&
           !EndsWith(left, "++");
}

void Check(const LineView &view, const Report &report)
{
    for (const Operator &op : view.operators) {
        if (IsWrong(view, op)) {
            report.Add(view, op.column,
                       "space required before" + op.Described(),
                       SpaceBefore(view, op));
        }
    }
}

}  // namespace

extern const Rule kSpaceBeforeUnary{
    .name = "space-before-unary",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "An operator of one operand has a blank or another operator "
               "before it.",
    .bad = "    return!x;\n",
    .good = "    return !x;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .by_column = true,
    .check_line = Check,
};

}  // namespace laio::style
