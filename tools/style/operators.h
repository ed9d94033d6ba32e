// The operators of a line, each with what it is and what touches it.
// Thread: any.

#ifndef TOOLS_STYLE_OPERATORS_H
#define TOOLS_STYLE_OPERATORS_H

#include <string>
#include <string_view>
#include <vector>

#include "tools/style/annotate.h"

namespace laio::style {

enum class OperatorRole {
    kNone,        // a parameter, a star of a type, C++: nothing is asked
    kSemicolon,
    kTight,       // -> and the colon of a bit-field
    kComma,
    kUnary,       // ! ~ and * - & && with one operand
    kIncrement,   // ++ and --
    kLabelColon,  // of case and goto
    kSpaced,      // all others: a blank on both sides
};

struct Operator {
    size_t column = 0;
    std::string_view text;
    OperatorRole role = OperatorRole::kNone;
    // What touches it: Edge of the line, White space, Comment, Bracket,
    // another Operator, or a Value.
    char before = 'E', after = 'E';

    bool IsBefore(std::string_view kinds) const
    {
        return kinds.find(before) != kinds.npos;
    }
    bool IsAfter(std::string_view kinds) const
    {
        return kinds.find(after) != kinds.npos;
    }
    // " that 'OP' (ctx:VxW)", as messages end.
    std::string Described() const;
};

// Reads the operators of a masked line that has no // comment any more.
//
//   path   of the file: C++ has leave for some
//   found  what it held is forgotten
// Keeps:   `found` points into `bare`.
void ReadOperators(std::string_view bare, const LineValues &values,
                   std::string_view path, std::vector<Operator> &found);

}  // namespace laio::style

#endif  // TOOLS_STYLE_OPERATORS_H
