// Lines that are rows of a table: where their words begin.

#ifndef TOOLS_PATCH_TABLE_COLUMNS_H
#define TOOLS_PATCH_TABLE_COLUMNS_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace laio {

struct TableColumns {
    std::vector<int> columns;  // by word; 0: one blank before it
    bool tabs = false;         // the gaps before them have tabs
};

// The columns of a row that is there.
TableColumns ColumnsOf(std::string_view row);

// Whether a line of these words goes into one table with the row.
bool IsRowLike(const std::vector<std::string> &words, std::string_view row);

// The word that a line puts into a column of its own whatever is before it:
// the backslash of a macro, `=`, the value of a #define. 0: there is none.
std::size_t AlignedWord(const std::vector<std::string> &words);

}  // namespace laio

#endif  // TOOLS_PATCH_TABLE_COLUMNS_H
