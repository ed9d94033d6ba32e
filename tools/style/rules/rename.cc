#include "tools/style/rules/rename.h"

#include "tools/style/chars.h"

namespace laio::style {

Edit RenameAt(const LineView &view, size_t column, const std::string &from,
              const std::string &to)
{
    Edit edit = ReplaceInLine(view, column, from.size(), to);
    edit.removed_tokens = {from};
    edit.inserted_tokens = {to};
    return edit;
}

Edit MoveWordLeft(const LineView &view, size_t from, size_t to)
{
    std::string raw(view.raw);
    size_t end = WordEnd(raw, from);
    std::string word = raw.substr(from, end - from);
    raw.erase(from, SkipSpace(raw, end) - from);
    raw.insert(to, word + " ");
    Edit edit;
    edit.changes.push_back({view.line, {std::string(TrimRight(raw))}});
    edit.removed_tokens = edit.inserted_tokens = {word};
    return edit;
}

}  // namespace laio::style
