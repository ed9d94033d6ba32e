// The levels that are open in a language whose blocks are told by indents
// (Python), or by words at both ends (shell, Meson).
//
// A value: copy it to try what could follow.

#ifndef TOOLS_PATCH_INDENT_LEVELS_H
#define TOOLS_PATCH_INDENT_LEVELS_H

#include <string_view>
#include <vector>

namespace laio {

class IndentLevels {
 public:
    // Reads one more line that is not blank.
    //
    //   goes_on   it is the rest of the line before it
    void Advance(std::string_view line, bool goes_on);

    // Where a line begins that starts with this word.
    //
    //   unit    columns of one level
    int ColumnOf(std::string_view word, int unit) const;

 private:
    int Outer() const;

    std::vector<int> columns_;  // of the open levels, the outermost first
    int definition_ = 0;        // the column of the last function
    bool opens_ = false;        // the last line does, a level
    bool leaves_ = false;       // it ends one: a return
    bool decorates_ = false;    // a function follows
};

}  // namespace laio

#endif  // TOOLS_PATCH_INDENT_LEVELS_H
