// What the two rules about long lines share.

#ifndef TOOLS_STYLE_RULES_LINE_LENGTH_H
#define TOOLS_STYLE_RULES_LINE_LENGTH_H

#include "tools/style/rule.h"

namespace laio::style {

// Columns of a line, in bytes, TABs expanded; 0 for a line that may be
// as long as it likes: one string literal, or nothing but a URL.
size_t JudgedLength(const LineView &view);
// As it was before 2.12, when a URL had no leave.
size_t JudgedLengthOfUrl(const LineView &view);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_LINE_LENGTH_H
