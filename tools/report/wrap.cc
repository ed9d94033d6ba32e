#include "tools/report/wrap.h"

#include <fmt/format.h>

#include <algorithm>

namespace laio {
namespace {

std::string Printable(std::string_view text)
{
    std::string printable(text);
    for (char &c : printable) {
        unsigned char byte = static_cast<unsigned char>(c);
        if (byte == '\t') {
            c = ' ';
        } else if (byte < 0x20 || byte == 0x7f) {
            c = '?';
        }
    }
    return printable;
}

bool ContinuesACharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// The bytes of the first `width` characters of UTF-8 text.
size_t BytesOf(std::string_view text, size_t width)
{
    size_t i = 0;
    for (size_t characters = 0; i < text.size(); i++) {
        if (!ContinuesACharacter(text[i]) && characters++ == width) {
            break;
        }
    }
    return i;
}

}  // namespace

std::vector<std::string> WrapLine(std::string_view text, size_t width)
{
    std::string rest = Printable(text);
    std::vector<std::string> lines;
    while (BytesOf(rest, width) < rest.size()) {
        size_t end = BytesOf(rest, width);
        size_t blank = rest.rfind(' ', end);
        size_t cut = blank == std::string::npos || blank == 0 ? end : blank;
        lines.push_back(rest.substr(0, cut));
        rest.erase(0, std::min(rest.find_first_not_of(' ', cut), rest.size()));
        if (rest.empty()) {
            return lines;
        }
    }
    lines.push_back(rest);
    return lines;
}

std::string Paragraph(std::string_view first, std::string_view text)
{
    // A label that leaves too little room is text itself.
    if (first.size() > kReportWidth / 2) {
        size_t indent = std::min(first.find_first_not_of(' '), first.size());
        std::string whole(first.substr(indent));
        return Paragraph(std::string(std::min(indent, size_t{8}), ' '),
                         whole.append(text));
    }
    std::string paragraph;
    std::string lead(first);
    for (const std::string &line :
         WrapLine(text, kReportWidth - first.size())) {
        std::string whole = lead + line;
        whole.erase(whole.find_last_not_of(' ') + 1);
        paragraph += whole + "\n";
        lead.assign(first.size(), ' ');
    }
    return paragraph;
}

std::string Excerpt(std::string_view text, size_t max_lines,
                    std::string_view indent)
{
    std::string excerpt;
    size_t left_out = 0;
    size_t lines = 0;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (lines++ >= max_lines) {
            left_out++;
            continue;
        }
        std::string printable = Printable(line);
        printable.resize(
            BytesOf(printable, kReportWidth - indent.size()));
        excerpt += fmt::format("{}{}\n", indent, printable);
    }
    if (left_out) {
        excerpt += fmt::format("{}({} more lines)\n", indent, left_out);
    }
    return excerpt;
}

}  // namespace laio
