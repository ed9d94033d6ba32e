// How a file lays out its code, learnt from all of its lines.

#ifndef TOOLS_PATCH_FILE_STYLE_H
#define TOOLS_PATCH_FILE_STYLE_H

#include <string>
#include <vector>

#include "tools/patch/layout_style.h"

namespace laio {

struct FileStyle {
    int unit = 4;       // columns of one level
    bool tabs = false;  // levels are tabs
    bool braces = true;  // and braces make them
    Continuation continuation = Continuation::kUnderParen;
    // The same after a parenthesis that ends its line: never under it.
    Continuation hanging = Continuation::kOneLevel;
    bool under_operand = false;  // statements go on there
    int label_column = 0;
    // Blanks between sentences: mostly two, or sometimes at least.
    bool two_after_sentence = false;
    bool sentences_vary = false;
    bool two_before_end = false;  // blanks, between a sentence and the */
};

// Thread:   any.
FileStyle LearnFileStyle(const std::vector<std::string> &lines);

}  // namespace laio

#endif  // TOOLS_PATCH_FILE_STYLE_H
