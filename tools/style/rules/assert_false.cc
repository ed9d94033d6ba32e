#include "tools/style/rules/never_reached.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    CheckAssertOf(view, "false", report);
}

}  // namespace

extern const Rule kAssertFalse{
    .name = "assert-false",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "assert(false)",
    .summary = "A place that is never reached says so.",
    .bad = "    assert(false);\n",
    .good = "    g_assert_not_reached();\n",
    .source = "2540a551d3",
    .since = 90200,
    .has_fix = true,
    .changes_object = true,
    .check_line = Check,
};

}  // namespace laio::style
