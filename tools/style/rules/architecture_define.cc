#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = StartsWith(DirectiveOf(view.bare), "if")
                        ? FindStart(view.bare, "__")
                        : kNone;
    if (column != kNone) {
        report.Add(view, column,
                   "architecture specific defines should be avoided");
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700, .level = StyleLevel::kWarning},
    {.until = 20800, .level = StyleLevel::kError},
};

}  // namespace

extern const Rule kArchitectureDefine{
    .name = "architecture-define",
    .level = StyleLevel::kWarning,
    .gate = Gate::kC,
    .needs = "__",
    .summary = "What differs by machine is asked of CONFIG_ names, not of the "
               "compiler.",
    .bad = "#ifdef __linux__\n",
    .good = "#ifdef CONFIG_LINUX\n",
    .source = "63ae8b942d",
    .until = 110000,
    .past = kPast,
    .check_line = Check,
};

}  // namespace laio::style
