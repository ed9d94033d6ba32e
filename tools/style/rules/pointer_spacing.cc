#include "tools/style/rule.h"
#include "tools/style/rules/pointer_stars.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `a * b` may be a product: a declaration is what starts its line.
bool IsDeclaration(const LineView &view, size_t column)
{
    std::string_view before = view.bare.substr(1, column - 1);
    return before.find_first_of("=[]+-/%&|<>?.;!~^") == kNone;
}

void Check(const LineView &view, const Report &report)
{
    bool may_have = Contains(view.bare, "*") ||
                    view.types.HasModifier(view.bare);
    if (!may_have || FindPointerCast(view.bare, view.types)) {
        return;
    }
    std::optional<PointerStars> stars =
        FindPointerName(view.bare, view.types);
    if (!stars || stars->from == stars->to || stars->before_modifier) {
        return;
    }
    std::optional<Edit> edit;
    if (IsDeclaration(view, stars->column)) {
        edit = ReplaceInLine(view, stars->column, stars->from.size(),
                             stars->to);
    }
    report.Add(view, stars->column,
               "\"foo" + stars->from + "bar\" should be \"foo" + stars->to +
                   "bar\"",
               std::move(edit));
}

}  // namespace

extern const Rule kPointerSpacing{
    .name = "pointer-spacing",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "The star goes with the name, not with the type.",
    .bad = "    char* name;\n",
    .good = "    char *name;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
