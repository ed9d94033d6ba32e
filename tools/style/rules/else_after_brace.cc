#include "tools/style/rule.h"
#include "tools/style/rules/join_brace.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t word = SkipSpace(view.bare, 1);
    if (EndsWith(TrimRight(view.previous_code), "}") &&
        At(view.bare, word, "else") &&
        IndentOf(view.previous_raw) == IndentOf(view.raw)) {
        report.Add(view, word, "else should follow close brace '}'",
                   JoinWithBrace(view));
    }
}

}  // namespace

extern const Rule kElseAfterBrace{
    .name = "else-after-brace",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "else",
    .summary = "else follows the closing brace on its line.",
    .bad = "    }\n"
           "    else {\n",
    .good = "    } else {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
