// The body of a condition put at its depth.

#ifndef TOOLS_STYLE_RULES_INDENT_BODY_H
#define TOOLS_STYLE_RULES_INDENT_BODY_H

#include <optional>

#include "tools/style/rule.h"

namespace laio::style {

// Moves the lines of the statement at `line` that stand as deep as its first
// inner one, `first`, and what hangs on them, to four columns behind it.
// Nothing when a line is not an added one.
std::optional<Edit> IndentBody(const HunkView &hunk, size_t line,
                               size_t first);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_INDENT_BODY_H
