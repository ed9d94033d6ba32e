#include "tools/style/rule.h"
#include "tools/style/rules/pointer_stars.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Mends every cast of the line, though only the first is reported.
Edit Fix(const LineView &view)
{
    std::string line(view.raw);
    int moved = 0;
    for (auto stars = FindPointerCast(view.bare, view.types); stars;
         stars = FindPointerCast(view.bare, view.types, stars->column)) {
        line.replace(stars->column + moved, stars->from.size(), stars->to);
        moved += static_cast<int>(stars->to.size()) -
                 static_cast<int>(stars->from.size());
    }
    Edit edit;
    edit.changes.push_back({view.line, {std::move(line)}});
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    std::optional<PointerStars> stars =
        FindPointerCast(view.bare, view.types);
    if (stars && stars->from != stars->to) {
        report.Add(view, stars->column,
                   "\"(foo" + stars->from + ")\" should be \"(foo" +
                       stars->to + ")\"",
                   Fix(view));
    }
}

}  // namespace

extern const Rule kPointerCastSpacing{
    .name = "pointer-cast-spacing",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "(",
    .summary = "In a cast, one blank between the type and its stars.",
    .bad = "    ring = (struct ring*)context;\n",
    .good = "    ring = (struct ring *)context;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
