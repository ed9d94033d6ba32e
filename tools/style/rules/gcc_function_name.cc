#include "tools/style/rule.h"
#include "tools/style/rules/rename.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = view.bare.find("__FUNCTION__");
    if (column != kNone) {
        report.Add(view, column,
                   "__func__ should be used instead of gcc specific "
                   "__FUNCTION__",
                   RenameAt(view, column, "__FUNCTION__", "__func__"));
    }
}

}  // namespace

extern const Rule kGccFunctionName{
    .name = "gcc-function-name",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "__FUNCTION__",
    .summary = "The name of the function is __func__.",
    .bad = "    puts(__FUNCTION__);\n",
    .good = "    puts(__func__);\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
