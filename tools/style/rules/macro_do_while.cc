#include "tools/style/rule.h"
#include "tools/style/rules/macro_body.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    std::optional<MacroBody> body = ReadMacro(view);
    if (body && !body->rest.empty() && body->rest != "," &&
        FindLoop(body->rest) == kNone && !IsExcused(view.types, *body)) {
        report.Add(view, view.bare.find('#'),
                   "Macros with multiple statements should be enclosed in "
                   "a do - while loop");
    }
}

}  // namespace

extern const Rule kMacroDoWhile{
    .name = "macro-do-while",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "define",
    .summary = "A macro of several statements is one loop that runs once.",
    .bad = "#define A(x) x++; y++\n",
    .good = "#define A(x) do { x++; y++; } while (0)\n",
    .source = "1ec3f6f9ab",
    .check_line = Check,
};

}  // namespace laio::style
