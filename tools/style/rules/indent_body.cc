#include "tools/style/rules/indent_body.h"

#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The last line of what the statement's first line controls.
size_t LastLine(const HunkView &hunk, size_t line, size_t first)
{
    Statement statement = hunk.StatementAt(line);
    size_t last = hunk.text.LineOf(statement.end - 1);
    if (At(hunk.code[last], SkipSpace(hunk.code[last], 1), "}") &&
        last > first) {
        --last;
    }
    return last;
}

bool MayMove(const HunkView &hunk, size_t line)
{
    std::string_view code = hunk.code[line];
    return hunk.added(line) && !EndsWith(code, "\\") &&
           SkipSpace(code, 1) < code.size() &&
           code[SkipSpace(code, 1)] != '#';
}

}  // namespace

std::optional<Edit> IndentBody(const HunkView &hunk, size_t line,
                               size_t first)
{
    size_t depth = IndentOf(hunk.raw[line]);
    size_t found = IndentOf(hunk.raw[first]);
    size_t wanted = depth / 4 * 4 + 4;
    size_t last = LastLine(hunk, line, first);
    if (last < first ||
        At(hunk.code[first], SkipSpace(hunk.code[first], 1), "}") ||
        hunk.StatementAt(line).at_hunk_end) {
        return std::nullopt;
    }
    Edit edit;
    for (size_t i = first; i <= last; ++i) {
        size_t text = SkipSpace(hunk.raw[i], 1);
        if (text == hunk.raw[i].size()) {
            continue;
        }
        size_t columns = IndentOf(hunk.raw[i]);
        if (!MayMove(hunk, i) || columns < found) {
            return std::nullopt;
        }
        // Deeper blocks keep to steps of four where they had other steps.
        size_t deeper = columns - found;
        edit.changes.push_back(
            {i, {"+" + std::string(wanted + deeper, ' ') +
                 std::string(hunk.raw[i].substr(text))}});
    }
    return edit;
}

}  // namespace laio::style
