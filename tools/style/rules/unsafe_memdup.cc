#include "tools/style/rule.h"
#include "tools/style/rules/rename.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindCall(view.bare, "g_memdup");
    if (column != kNone) {
        report.Add(view, column, "use g_memdup2() instead of unsafe g_memdup()",
                   RenameAt(view, column, "g_memdup", "g_memdup2"));
    }
}

}  // namespace

extern const Rule kUnsafeMemdup{
    .name = "unsafe-memdup",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "g_memdup",
    .summary = "g_memdup() truncates sizes to 32 bits.",
    .bad = "    p = g_memdup(q, n);\n",
    .good = "    p = g_memdup2(q, n);\n",
    .source = "ce2ff9cccf",
    .since = 70000,
    .has_fix = true,
    .changes_object = true,
    .check_line = Check,
};

}  // namespace laio::style
