#include "tools/style/rules/never_reached.h"

#include <algorithm>

#include "tools/style/rules/rename.h"
#include "tools/style/scan.h"

namespace laio::style {

void CheckAssertOf(const LineView &view, const std::string &condition,
                   const Report &report)
{
    std::string call = "assert(" + condition + ")";
    size_t column = std::min(FindStart(view.bare, call),
                             FindStart(view.bare, "g_" + call));
    if (column == kNone) {
        return;
    }
    std::string name(view.bare.substr(
        column, view.bare.find('(', column) - column));
    Edit edit = RenameAt(view, column, name + "(" + condition + ")",
                         "g_assert_not_reached()");
    edit.removed_tokens = {name, condition};
    edit.inserted_tokens = {"g_assert_not_reached"};
    report.Add(view, column,
               "use g_assert_not_reached() instead of assert(" + condition +
                   ")",
               std::move(edit));
}

}  // namespace laio::style
