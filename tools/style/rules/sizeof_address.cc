#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindCall(view.bare, "sizeof");
    if (column != kNone &&
        At(view.bare,
           SkipSpace(view.bare, view.bare.find('(', column) + 1), "&")) {
        report.Add(view, column, "sizeof(& should be avoided");
    }
}

}  // namespace

extern const Rule kSizeofAddress{
    .name = "sizeof-address",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "sizeof",
    .summary = "sizeof of an address is the size of a pointer.",
    .bad = "    n = sizeof(&x);\n",
    .good = "    n = sizeof(x);\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
