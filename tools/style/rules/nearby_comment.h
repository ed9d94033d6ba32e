// Whether somebody said why; shared by rules that want a comment.

#ifndef TOOLS_STYLE_RULES_NEARBY_COMMENT_H
#define TOOLS_STYLE_RULES_NEARBY_COMMENT_H

#include "tools/style/rule.h"

namespace laio::style {

// Whether the line ends in a comment, or follows one.
bool HasNearbyComment(const HunkView &hunk, size_t line);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_NEARBY_COMMENT_H
