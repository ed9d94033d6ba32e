#include "tools/style/rules/rename.h"

namespace laio::style {

Edit RenameAt(const LineView &view, size_t column, const std::string &from,
              const std::string &to)
{
    Edit edit = ReplaceInLine(view, column, from.size(), to);
    edit.removed_tokens = {from};
    edit.inserted_tokens = {to};
    return edit;
}

}  // namespace laio::style
