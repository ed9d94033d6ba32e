// A keyword joined with the brace above it.

#ifndef TOOLS_STYLE_RULES_JOIN_BRACE_H
#define TOOLS_STYLE_RULES_JOIN_BRACE_H

#include <optional>

#include "tools/style/rule.h"

namespace laio::style {

// The line put behind the `}` of the line before, both added ones.
std::optional<Edit> JoinWithBrace(const LineView &view);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_JOIN_BRACE_H
