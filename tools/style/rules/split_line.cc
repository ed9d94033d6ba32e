#include "tools/style/rules/split_line.h"

#include "tools/style/scan.h"

namespace laio::style {

std::optional<Edit> SplitBehind(const HunkView &hunk, size_t line, size_t at)
{
    std::string_view raw = hunk.raw[line];
    std::string_view code = hunk.code[line];
    size_t begin = hunk.text.LineStart(line);
    if (at < begin || at - begin >= raw.size() ||
        hunk.text.LineOf(at) != line || EndsWith(code, "\\")) {
        return std::nullopt;
    }
    size_t column = at - begin;
    size_t next = SkipSpace(raw, column);
    std::string_view head = TrimRight(raw.substr(0, column));
    if (next >= raw.size() || head.size() < 2 ||
        code.find(kCommentByte) < next ||
        StartsWith(code.substr(next), "{")) {
        return std::nullopt;
    }
    Edit edit;
    edit.changes.push_back(
        {line,
         {std::string(head), "+" + std::string(IndentOf(raw) + 4, ' ') +
                                 std::string(raw.substr(next))}});
    return edit;
}

}  // namespace laio::style
