#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    size_t column = FindStart(view.bare, "bzero(");
    if (column != kNone) {
        report.Add(view, column, "use memset() instead of bzero()");
    }
}

}  // namespace

extern const Rule kNoBzero{
    .name = "no-bzero",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "bzero(",
    .summary = "bzero() is not in the standard.",
    .bad = "    bzero(p, n);\n",
    .good = "    memset(p, 0, n);\n",
    .source = "3f822cff44",
    .since = 20700,
    .check_line = Check,
};

}  // namespace laio::style
