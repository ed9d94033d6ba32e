#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (DirectiveOf(view.bare) != "if") {
        return;
    }
    size_t word = view.bare.find("if");
    size_t value = SkipSpace(view.bare, word + 2);
    if (value > word + 2 && At(view.bare, value, "0") &&
        WordEnd(view.bare, value) == value + 1) {
        report.Add(view, word,
                   "if this code is redundant consider removing it");
    }
}

}  // namespace

extern const Rule kRedundantIf0{
    .name = "redundant-if-0",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "#",
    .summary = "Code under #if 0 is best removed.",
    .bad = "#if 0\n",
    .good = "",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
