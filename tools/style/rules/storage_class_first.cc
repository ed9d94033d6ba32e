#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    size_t column =
        FindAnyWord(view.bare, {"extern", "static", "asmlinkage"});
    size_t first = SkipSpace(view.bare, 1);
    size_t end = WordEnd(view.bare, first);
    std::string_view word = view.bare.substr(first, end - first);
    bool leads = word == "extern" || word == "static" ||
                 word == "asmlinkage";
    if (column != kNone && !leads) {
        report.Add(view, column,
                   "storage class should be at the beginning of the "
                   "declaration");
    }
}

}  // namespace

extern const Rule kStorageClassFirst{
    .name = "storage-class-first",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "extern static asmlinkage",
    .summary = "extern and static come first.",
    .bad = "    int static x;\n",
    .good = "    static int x;\n",
    .source = "1ec3f6f9ab",
    .check_line = Check,
};

}  // namespace laio::style
