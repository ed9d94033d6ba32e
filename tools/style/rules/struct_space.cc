#include "tools/style/rule.h"
#include "tools/style/rules/aggregate.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    std::string kind;
    size_t end = AggregateEnd(view.bare, &kind);
    if (end == kNone) {
        return;
    }
    size_t first = SkipName(view.bare, end);
    size_t second = SkipName(view.bare, first);
    for (size_t at : {second, first, end}) {
        if (At(view.bare, at, "{") || At(view.bare, at, "=")) {
            report.Add(view, at, "missing space after " + kind +
                                     " definition",
                       ReplaceInLine(view, at, 0, " "));
            return;
        }
    }
}

}  // namespace

extern const Rule kStructSpace{
    .name = "struct-space",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "struct union enum",
    .summary = "A blank stands before the brace of a struct, union or enum.",
    .bad = "struct a{\n",
    .good = "struct a {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
