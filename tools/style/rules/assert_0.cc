#include <algorithm>

#include "tools/style/rule.h"
#include "tools/style/rules/rename.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

Edit Fix(const LineView &view, size_t column)
{
    std::string call(view.bare.substr(
        column, view.bare.find('(', column) + 3 - column));
    Edit edit = RenameAt(view, column, call, "g_assert_not_reached()");
    edit.removed_tokens = {call.substr(0, call.size() - 3), "0"};
    edit.inserted_tokens = {"g_assert_not_reached"};
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    size_t column = std::min(FindStart(view.bare, "assert(0)"),
                             FindStart(view.bare, "g_assert(0)"));
    if (column != kNone) {
        report.Add(view, column,
                   "use g_assert_not_reached() instead of assert(0)",
                   Fix(view, column));
    }
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
