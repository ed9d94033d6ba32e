// Long lines broken as QEMU's authors break them.

#ifndef TOOLS_STYLE_RULES_BREAK_LINE_H
#define TOOLS_STYLE_RULES_BREAK_LINE_H

#include <optional>

#include "tools/style/rule.h"

namespace laio::style {

// The added line in pieces of at most kWidth columns: code behind commas and
// operators, what follows under the parenthesis; comments between words, one
// that stands behind code goes above it. Nothing when it cannot be done so.
std::optional<Edit> BreakLine(const LineView &view);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_BREAK_LINE_H
