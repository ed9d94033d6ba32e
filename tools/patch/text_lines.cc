#include "tools/patch/text_lines.h"

#include <algorithm>

namespace laio {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";

}  // namespace

TextLines SplitLines(std::string_view content)
{
    TextLines text;
    std::size_t at = 0;
    while (at < content.size()) {
        std::size_t end = content.find('\n', at);
        if (end == std::string_view::npos) {
            text.lines.emplace_back(content.substr(at));
            text.final_newline = false;
            break;
        }
        text.lines.emplace_back(content.substr(at, end - at));
        at = end + 1;
    }
    return text;
}

std::string JoinLines(const TextLines &text)
{
    std::size_t size = 0;
    for (const std::string &line : text.lines) {
        size += line.size() + 1;
    }
    std::string content;
    content.reserve(size);
    for (const std::string &line : text.lines) {
        content += line;
        content += '\n';
    }
    if (!text.final_newline && !content.empty()) {
        content.pop_back();
    }
    return content;
}

std::vector<std::string_view> SplitWords(std::string_view line)
{
    std::vector<std::string_view> words;
    std::size_t at = line.find_first_not_of(kBlanks);
    while (at != std::string_view::npos) {
        std::size_t end = std::min(line.find_first_of(kBlanks, at),
                                   line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(kBlanks, end);
    }
    return words;
}

bool IsBlank(std::string_view line)
{
    return line.find_first_not_of(kBlanks) == std::string_view::npos;
}

int IndentColumns(std::string_view line)
{
    int column = 0;
    for (char c : line) {
        if (c == ' ') {
            column++;
        } else if (c == '\t') {
            column = column / 8 * 8 + 8;
        } else {
            break;
        }
    }
    return column;
}

std::string_view IndentText(std::string_view line)
{
    return line.substr(0, std::min(line.find_first_not_of(" \t"),
                                   line.size()));
}

}  // namespace laio
