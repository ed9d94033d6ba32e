// The lines of a switch.

#ifndef TOOLS_STYLE_RULES_SWITCH_BLOCK_H
#define TOOLS_STYLE_RULES_SWITCH_BLOCK_H

#include <optional>
#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

// The lines behind the one of the switch that do not lie, at their end, deeper
// than its own braces.
std::vector<size_t> OuterLines(const HunkView &hunk, size_t line);

// All between the braces of the switch moved left, so that its cases stand
// under it. Nothing when not every line is an added one, or one cannot move.
std::optional<Edit> IndentCases(const HunkView &hunk, size_t line);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_SWITCH_BLOCK_H
