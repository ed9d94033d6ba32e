#include "tools/patch/layout_style.h"

namespace laio {

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
