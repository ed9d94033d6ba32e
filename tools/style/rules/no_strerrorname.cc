#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindStart(view.bare, "strerrorname_np(");
    if (column != kNone) {
        report.Add(view, column,
                   "use strerror() instead of strerrorname_np()");
    }
}

}  // namespace

extern const Rule kNoStrerrorname{
    .name = "no-strerrorname",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "strerrorname_np(",
    .summary = "Few systems have strerrorname_np().",
    .bad = "    s = strerrorname_np(e);\n",
    .good = "    s = strerror(e);\n",
    .source = "ce1992d45c",
    .since = 90100,
    .check_line = Check,
};

}  // namespace laio::style
