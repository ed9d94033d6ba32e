// Comments that span lines, and their form in QEMU; shared by the rules about
// block comments.
//
//     /*
//      * text
//      */

#ifndef TOOLS_STYLE_RULES_COMMENT_BLOCK_H
#define TOOLS_STYLE_RULES_COMMENT_BLOCK_H

#include <optional>

#include "tools/style/rule.h"

namespace laio::style {

struct CommentBlock {
    size_t first = 0;   // line with the opener
    size_t column = 0;  // of the opener
    size_t last = 0;    // line with the closer
    size_t end = 0;     // column behind the closer
};

// The comment of two lines or more that `line` belongs to, wholly within the
// hunk; the last one when one ends there and another begins.
std::optional<CommentBlock> FindCommentBlock(const HunkView &hunk,
                                             size_t line);

// Brings the comment that `line` belongs to into QEMU's form. Code before the
// opener keeps its line, below the comment or, when it ends in `{`, above.
// Failing that, mends what can be mended on the line alone.
//
// Returns:  nothing when the comment is a box, in a macro, or mostly not of
//           this patch.
std::optional<Edit> FormatComment(const HunkView &hunk, size_t line);

// Whether the line starts with a star that belongs to a comment begun above.
bool StartsWithStar(std::string_view raw);

// Whether the line before opened a comment and left it open.
bool PreviousOpensComment(const LineView &view);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_COMMENT_BLOCK_H
