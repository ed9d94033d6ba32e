#include "tools/style/chars.h"

namespace laio::style {

size_t SkipSpace(std::string_view text, size_t pos)
{
    while (pos < text.size() && IsSpace(text[pos])) {
        ++pos;
    }
    return pos;
}

size_t WordEnd(std::string_view text, size_t pos)
{
    while (pos < text.size() && IsWord(text[pos])) {
        ++pos;
    }
    return pos;
}

std::string_view TrimRight(std::string_view text)
{
    while (!text.empty() && IsSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view Trim(std::string_view text)
{
    return TrimRight(text.substr(SkipSpace(text, 0)));
}

bool StartsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

bool EndsWith(std::string_view text, std::string_view suffix)
{
    return text.size() >= suffix.size() &&
           text.substr(text.size() - suffix.size()) == suffix;
}

bool Contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

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
