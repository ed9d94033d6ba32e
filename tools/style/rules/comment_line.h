// One line of a comment whose other lines are not of the patch.
// Thread: any.

#ifndef TOOLS_STYLE_RULES_COMMENT_LINE_H
#define TOOLS_STYLE_RULES_COMMENT_LINE_H

#include <optional>

#include "tools/style/rule.h"

namespace laio::style {

// Gives `/*` and `*/` lines of their own, or the end of their line, without
// touching another line.
std::optional<Edit> MendCommentLine(const HunkView &hunk, size_t line);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_COMMENT_LINE_H
