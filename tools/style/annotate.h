// What stands at each byte of a line: a value, a type, an operator waiting for
// its operand. It tells `a - b` from `-b`, and the colons apart.
//
// No parser: brackets, a few keywords and the word before decide.
// Owned by one run over one hunk; reads the lines in their order.
// Thread: one at a time.

#ifndef TOOLS_STYLE_ANNOTATE_H
#define TOOLS_STYLE_ANNOTATE_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/style/types.h"

namespace laio::style {

// After a byte: a statement ended (E), an operand must come (N), a value was
// read (V), a type (T), a comma or cast (C). Underscore: nothing is pending.
struct LineValues {
    std::string values;  // per byte: what holds once its token was read
    // Per byte: U and B mark unary and binary operators; C, L, B and O the
    // colons of case, label, bit-field and all others; `_` all else.
    std::string variants;
};

class Annotator {
 public:
    // Reads one more line of the hunk, masked, its marker included.
    // Keeps: the result until the next line is read.
    const LineValues &Read(std::string_view code, const TypeNames &types);

    // Whether the lines read so far ended a statement.
    bool AtStatementStart() const { return type_ == 'E'; }

 private:
    size_t Step(std::string_view text, size_t pos, const TypeNames &types);
    size_t StepWord(std::string_view text, size_t pos,
                    const TypeNames &types);
    size_t StepCast(std::string_view text, size_t pos,
                    const TypeNames &types);
    size_t StepTypes(std::string_view text, size_t pos,
                     const TypeNames &types);
    size_t StepDirective(std::string_view text, size_t pos);
    size_t StepKeyword(std::string_view text, size_t pos, size_t end);
    size_t StepName(std::string_view text, size_t pos, size_t end);
    size_t StepPasted(std::string_view text, size_t pos);
    size_t StepNumber(std::string_view text, size_t pos);
    size_t StepLabel(std::string_view text, size_t colon);
    size_t StepOperator(std::string_view text, size_t pos);
    size_t StepSign(std::string_view text, size_t pos);
    size_t StepColon(size_t pos);
    size_t EnterDirective(size_t end, bool starts_arm);
    char Pop();

    char type_ = 'E';
    char pending_ = '_';
    char colon_ = 'O';
    bool in_directive_ = false;
    std::vector<char> saved_{'E'};
    std::string text_;  // the line, a newline behind it
    LineValues line_;
};

}  // namespace laio::style

#endif  // TOOLS_STYLE_ANNOTATE_H
