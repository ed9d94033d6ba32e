#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindStart(view.bare, "ffsl(");
    if (column != kNone) {
        report.Add(view, column, "use ctz32() or ctz64() instead of ffsl()");
    }
}

}  // namespace

extern const Rule kNoFfsl{
    .name = "no-ffsl",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "ffsl(",
    .summary = "ffsl() counts from 1 and depends on the size of long.",
    .bad = "    n = ffsl(x);\n",
    .good = "    n = ctz64(x);\n",
    .source = "1ec3f6f9ab",
    .since = 20400,
    .check_line = Check,
};

}  // namespace laio::style
