#include "tools/patch/line_layout.h"

#include <algorithm>
#include <cctype>

namespace laio {
namespace {

// Blanks from `column` to `target`, at least one.
std::string GapTo(int column, int target, bool tabs)
{
    if (!tabs) {
        return std::string(std::max(1, target - column), ' ');
    }
    std::string gap;
    while (column / 8 * 8 + 8 <= target) {
        gap += '\t';
        column = column / 8 * 8 + 8;
    }
    gap.append(std::max(0, target - column), ' ');
    return gap.empty() ? " " : gap;
}

std::string DeclarationGapText(const LayoutStyle &style, int column,
                               const LayoutNeighbours &neighbours)
{
    switch (style.declaration) {
    case DeclarationGap::kBlank:
        return " ";
    case DeclarationGap::kTab:
        return "\t";
    case DeclarationGap::kAligned:
        return GapTo(column, neighbours.declaration_column,
                     style.indent == IndentStyle::kTab);
    case DeclarationGap::kFour:
        return "    ";
    case DeclarationGap::kTwo:
        return "  ";
    }
    return " ";
}

std::string CommentGapText(const LayoutStyle &style, int column,
                           const LayoutNeighbours &neighbours)
{
    switch (style.comment) {
    case CommentGap::kBlank:
        return " ";
    case CommentGap::kTab:
        return "\t";
    case CommentGap::kTwo:
        return "  ";
    case CommentGap::kAligned1:
    case CommentGap::kAligned2:
    case CommentGap::kAligned4:
        break;
    }
    return GapTo(column, neighbours.comment_column,
                 style.indent == IndentStyle::kTab);
}

// "e.g.", "etc."
bool IsAbbreviation(std::string_view word)
{
    for (std::string_view known : {"etc.", "vs.", "cf.", "no.", "resp."}) {
        if (word.ends_with(known)) {
            return true;
        }
    }
    return word.find('.') + 1 < word.size();
}

}  // namespace

bool IsIdentifier(std::string_view word)
{
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](unsigned char c) {
               return std::isalnum(c) || c == '_';
           }) &&
           !std::isdigit(static_cast<unsigned char>(word[0]));
}

std::size_t DeclaredName(const std::vector<std::string> &words)
{
    if (words.size() < 2 || !IsIdentifier(words[0]) ||
        words[0] == "return" || words[0] == "goto") {
        return 0;
    }
    for (std::size_t i = 1; i < words.size(); i++) {
        if (words[i].ends_with(';')) {
            return i;
        }
        if (!IsIdentifier(words[i])) {
            return 0;
        }
    }
    return 0;
}

std::size_t TrailingComment(const std::vector<std::string> &words)
{
    for (std::size_t i = 1; i < words.size(); i++) {
        if (words[i].starts_with("/*") || words[i].starts_with("//")) {
            return i;
        }
    }
    return 0;
}

bool StartsSentence(const std::vector<std::string> &words, std::size_t i)
{
    bool ends = i > 0 && words[i - 1].size() > 1 && words[i - 1].ends_with('.');
    unsigned char first = words[i][0];
    // Names of functions and the like begin sentences too.
    return ends && (std::isupper(first) ||
                    (std::isalpha(first) && !IsAbbreviation(words[i - 1])));
}

bool EndsComment(const std::vector<std::string> &words, std::size_t i)
{
    return i > 0 && words[i] == "*/" && words[i - 1].ends_with('.');
}

std::string JoinWords(const LineWords &line, int column, bool in_comment,
                      const FileStyle &file, const LayoutStyle &style,
                      const LayoutNeighbours &neighbours)
{
    std::size_t name = in_comment ? 0 : DeclaredName(line.words);
    std::size_t comment = in_comment ? 0 : TrailingComment(line.words);
    bool prose = in_comment || line.words.empty() ||
                 line.words[0].starts_with("/*");
    std::string text = line.words.empty() ? "" : line.words[0];
    for (std::size_t i = 1; i < line.words.size(); i++) {
        int here = ColumnAfter(text, column);
        prose = prose || (comment > 0 && i == comment);
        if (line.KnowsGap(i)) {
            text += *line.gaps[i];
        } else if (i < neighbours.gap_columns.size() &&
                   neighbours.gap_columns[i] > here) {
            text += GapTo(here, neighbours.gap_columns[i],
                          neighbours.gaps_have_tabs);
        } else if (i == name) {
            text += DeclarationGapText(style, here, neighbours);
        } else if (i == comment) {
            text += CommentGapText(style, here, neighbours);
        } else if (i == 1 && in_comment && line.words[0] == "*") {
            text += GapTo(here, neighbours.hang_column, false);
        } else if (prose && ((style.two_after_sentence &&
                              StartsSentence(line.words, i)) ||
                             (file.two_before_end &&
                              EndsComment(line.words, i)))) {
            text += "  ";
        } else {
            text += ' ';
        }
        text += line.words[i];
    }
    return text;
}

std::string LayOutLine(const CodeState &state, const LineWords &line,
                       const FileStyle &file, const LayoutStyle &style,
                       const LayoutNeighbours &neighbours)
{
    std::string indent = GuessIndent(state, line, file, style, neighbours);
    return indent + JoinWords(line, ColumnAfter(indent), state.InComment(),
                              file, style, neighbours);
}

}  // namespace laio
