#include "tools/patch/layout_style.h"

#include <array>

#include "tools/patch/text_lines.h"

namespace laio {

FileStyle LearnFileStyle(const std::vector<std::string> &lines)
{
    constexpr std::array<int, 3> kUnits = {2, 4, 8};
    std::array<int, kUnits.size()> votes{};
    int with_tabs = 0;
    int with_blanks = 0;
    std::size_t with_braces = 0;
    int before = 0;
    for (const std::string &line : lines) {
        if (IsBlank(line)) {
            continue;
        }
        int columns = IndentColumns(line);
        for (std::size_t i = 0; i < kUnits.size(); i++) {
            votes[i] += columns - before == kUnits[i];
        }
        before = columns;
        with_braces += line.ends_with('{') || line[0] == '}';
        with_tabs += line[0] == '\t';
        with_blanks += line.starts_with("  ");
    }
    FileStyle style;
    style.tabs = with_tabs > with_blanks;
    style.braces = lines.empty() || with_braces * 100 >= lines.size();
    std::size_t best = 1;
    for (std::size_t i = 0; i < kUnits.size(); i++) {
        best = votes[i] > votes[best] ? i : best;
    }
    style.unit = style.tabs ? 8 : kUnits[best];
    return style;
}

std::string MakeIndent(int columns, bool tabs)
{
    std::string text;
    if (columns <= 0) {
        return text;
    }
    if (tabs) {
        text.append(columns / 8, '\t');
        columns %= 8;
    }
    return text.append(columns, ' ');
}

int ColumnAfter(std::string_view text, int from)
{
    int column = from;
    for (unsigned char c : text) {
        bool later_byte = (c & 0xC0) == 0x80;  // of one UTF-8 character
        column = c == '\t' ? column / 8 * 8 + 8 : column + !later_byte;
    }
    return column;
}

}  // namespace laio
