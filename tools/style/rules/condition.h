// Lines with a condition, shared by the rules about what stands in and behind
// it.

#ifndef TOOLS_STYLE_RULES_CONDITION_H
#define TOOLS_STYLE_RULES_CONDITION_H

#include <set>

#include "tools/style/rule.h"

namespace laio::style {

// Whether `if (`, `while (` or `for (` stands in the line, and it is no
// directive.
bool HasCondition(const HunkView &hunk, size_t line);

// The lines whose while ends a loop that an added line started with do.
std::set<size_t> LoopEnds(const HunkView &hunk);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_CONDITION_H
