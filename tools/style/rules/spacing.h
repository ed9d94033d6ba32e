// Edits that put blanks beside an operator or take them away, and renames.

#ifndef TOOLS_STYLE_RULES_SPACING_H
#define TOOLS_STYLE_RULES_SPACING_H

#include "tools/style/rule.h"

namespace laio::style {

Edit SpaceAfter(const LineView &view, const Operator &op);
Edit SpaceBefore(const LineView &view, const Operator &op);
Edit SpacesAround(const LineView &view, const Operator &op);
Edit NoSpaceAfter(const LineView &view, const Operator &op);
Edit NoSpaceBefore(const LineView &view, const Operator &op);
Edit NoSpaceAround(const LineView &view, const Operator &op);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_SPACING_H
