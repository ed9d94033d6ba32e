#include "tools/style/chars.h"

#include <algorithm>

namespace laio::style {

std::string ExpandTabs(std::string_view text)
{
    std::string result;
    for (char c : text) {
        if (c == '\t') {
            result.append(8 - result.size() % 8, ' ');
        } else {
            result += c;
        }
    }
    return result;
}

size_t ColumnsOf(std::string_view text)
{
    size_t columns = std::min(text.find('\t'), text.size());
    for (char c : text.substr(columns)) {
        columns += c == '\t' ? 8 - columns % 8 : 1;
    }
    return columns;
}

size_t FindWord(std::string_view text, std::string_view word, size_t pos)
{
    while ((pos = text.find(word, pos)) != std::string_view::npos) {
        size_t end = pos + word.size();
        bool starts = pos == 0 || !IsWord(text[pos - 1]);
        bool ends = end >= text.size() || !IsWord(text[end]);
        if (starts && ends) {
            return pos;
        }
        pos = end;
    }
    return std::string_view::npos;
}

}  // namespace laio::style
