#include "tools/style/rules/never_reached.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    CheckAssertOf(view, "0", report);
}

}  // namespace

extern const Rule kAssert0{
    .name = "assert-0",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "assert(0)",
    .summary = "A place that is never reached says so.",
    .bad = "    assert(0);\n",
    .good = "    g_assert_not_reached();\n",
    .source = "837cd584f4",
    .since = 80000,
    .has_fix = true,
    .changes_object = true,
    .check_line = Check,
};

}  // namespace laio::style
