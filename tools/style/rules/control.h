// Lines that hold if, while, for, switch, do or else, and their parentheses.

#ifndef TOOLS_STYLE_RULES_CONTROL_H
#define TOOLS_STYLE_RULES_CONTROL_H

#include "tools/style/rule.h"

namespace laio::style {

// Whether one of the keywords, with or without parentheses, is in the line.
bool HasKeyword(const HunkView &hunk, size_t line);

// Where the last keyword that controls others stands in the line, or npos:
// with its `(`, or do and else alone.
size_t LastControl(std::string_view code);

// Whether there is one, and the line is no directive.
bool HasControl(const HunkView &hunk, size_t line);

struct ParenSpan {
    size_t lines = 1;  // from the first on
    int level = 0;     // parentheses open at the end of the hunk
};

// The lines until as many parentheses are closed as were opened.
ParenSpan ParenLines(const HunkView &hunk, size_t line);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_CONTROL_H
