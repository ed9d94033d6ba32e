// A line broken in two where a statement starts.

#ifndef TOOLS_STYLE_RULES_SPLIT_LINE_H
#define TOOLS_STYLE_RULES_SPLIT_LINE_H

#include <optional>

#include "tools/style/rule.h"

namespace laio::style {

// What stands at or behind `at` in the added line goes to a line of its own,
// four columns deeper than the line. In a macro both lines end in a backslash.
//
//   at  a position in the hunk's text
std::optional<Edit> SplitBehind(const HunkView &hunk, size_t line, size_t at);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_SPLIT_LINE_H
