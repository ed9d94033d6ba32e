// Files as lines, lines as words.

#ifndef TOOLS_PATCH_TEXT_LINES_H
#define TOOLS_PATCH_TEXT_LINES_H

#include <string>
#include <string_view>
#include <vector>

namespace laio {

struct TextLines {
    std::vector<std::string> lines;  // without line feeds
    bool final_newline = true;       // the last line has one
};

TextLines SplitLines(std::string_view content);
std::string JoinLines(const TextLines &text);

// The parts between blanks, tabs and the like.
// Keeps:    views into `line`.
std::vector<std::string_view> SplitWords(std::string_view line);

bool IsBlank(std::string_view line);

// How far a line is indented, in columns of a screen with tab stops every 8.
int IndentColumns(std::string_view line);

// The blanks a line begins with.
std::string_view IndentText(std::string_view line);

}  // namespace laio

#endif  // TOOLS_PATCH_TEXT_LINES_H
