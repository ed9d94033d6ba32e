#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindStart(view.bare, "ffsll(");
    if (column != kNone) {
        report.Add(view, column, "use ctz64() instead of ffsll()");
    }
}

}  // namespace

extern const Rule kNoFfsll{
    .name = "no-ffsll",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "ffsll(",
    .summary = "ffsll() counts from 1 and is not portable.",
    .bad = "    n = ffsll(x);\n",
    .good = "    n = ctz64(x);\n",
    .source = "1ec3f6f9ab",
    .since = 20400,
    .check_line = Check,
};

}  // namespace laio::style
