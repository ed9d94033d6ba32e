#include "tools/style/rule.h"
#include "tools/style/rules/macro_body.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    std::optional<MacroBody> body = ReadMacro(view);
    if (body && (body->rest.empty() || body->rest == ",") &&
        !body->has_semicolon && !body->first.empty() &&
        !IsOneValue(body->first) && !IsExcused(view.types, *body) &&
        HasOperator(body->first)) {
        report.Add(view, view.bare.find('#'),
                   "Macros with complex values should be enclosed in "
                   "parenthesis");
    }
}

}  // namespace

extern const Rule kMacroParentheses{
    .name = "macro-parentheses",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "define",
    .summary = "The value of a macro is in parentheses.",
    .bad = "#define A 1 + 2\n",
    .good = "#define A (1 + 2)\n",
    .source = "1ec3f6f9ab",
    .check_line = Check,
};

}  // namespace laio::style
