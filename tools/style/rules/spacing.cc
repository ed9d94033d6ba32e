#include "tools/style/rules/spacing.h"

#include "tools/style/chars.h"

namespace laio::style {
namespace {

// The line with exactly `before` and `after` beside the operator; empty means
// as it is, an edge of the line or a comment stays.
Edit Respaced(const LineView &view, const Operator &op, const char *before,
              const char *after)
{
    size_t begin = op.column;
    size_t end = op.column + op.text.size();
    size_t left = TrimRight(view.bare.substr(0, begin)).size();
    size_t right = SkipSpace(view.bare, end);
    std::string text;
    if (before && left > 1) {
        begin = left;
        text = before;
    }
    text += op.text;
    if (after && right < view.bare.size()) {
        end = right;
        text += after;
    }
    return ReplaceInLine(view, begin, end - begin, text);
}

}  // namespace

Edit SpaceAfter(const LineView &view, const Operator &op)
{
    return Respaced(view, op, nullptr, " ");
}

Edit SpaceBefore(const LineView &view, const Operator &op)
{
    return Respaced(view, op, " ", nullptr);
}

// Blanks that are there stay: they may align what follows.
Edit SpacesAround(const LineView &view, const Operator &op)
{
    return Respaced(view, op, op.before == 'W' ? nullptr : " ",
                    op.after == 'W' ? nullptr : " ");
}

Edit NoSpaceAfter(const LineView &view, const Operator &op)
{
    return Respaced(view, op, nullptr, "");
}

Edit NoSpaceBefore(const LineView &view, const Operator &op)
{
    return Respaced(view, op, "", nullptr);
}

Edit NoSpaceAround(const LineView &view, const Operator &op)
{
    return Respaced(view, op, "", "");
}

}  // namespace laio::style
