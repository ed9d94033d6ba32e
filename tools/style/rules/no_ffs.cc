#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindStart(view.bare, "ffs(");
    if (column != kNone) {
        report.Add(view, column, "use ctz32() instead of ffs()");
    }
}

}  // namespace

extern const Rule kNoFfs{
    .name = "no-ffs",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "ffs(",
    .summary = "ffs() counts from 1 and is not portable.",
    .bad = "    n = ffs(x);\n",
    .good = "    n = ctz32(x);\n",
    .source = "1ec3f6f9ab",
    .since = 20400,
    .check_line = Check,
};

}  // namespace laio::style
