#include "tools/patch/line_layout.h"

#include <algorithm>
#include <cctype>

namespace laio {
namespace {

bool IsIdentifier(std::string_view word)
{
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](unsigned char c) {
               return std::isalnum(c) || c == '_';
           }) &&
           !std::isdigit(static_cast<unsigned char>(word[0]));
}

bool IsLabelLine(const std::vector<std::string> &words)
{
    const std::string &first = words[0];
    return words.size() == 1 && first.size() > 1 && first.ends_with(':') &&
           IsIdentifier(std::string_view(first).substr(0, first.size() - 1));
}

bool IsCaseLine(const std::vector<std::string> &words)
{
    std::size_t comment = TrailingComment(words);
    const std::string &last = comment ? words[comment - 1] : words.back();
    return last.ends_with(':') &&
           (words[0] == "case" || words[0] == "default:");
}

// Levels and columns of a line, before they become blanks and tabs.
struct Indent {
    int level = 0;    // nesting
    int columns = 0;  // in the file's own style
    int extra = 0;    // beyond the level: comment stars, alignment
    bool aligned = false;  // `columns` is where something above stands
};

Indent BlockIndent(const CodeState &state, int unit)
{
    if (state.BraceDepth() == 0) {
        return {};
    }
    return {state.BraceDepth(), state.BraceColumn() + unit};
}

Indent CommentIndent(const CodeState &state, const LineWords &line,
                     const LayoutNeighbours &neighbours)
{
    bool star = line.words[0].starts_with('*');
    Indent indent;
    indent.level = state.CommentLevel();
    indent.extra = star ? 1 : 3;
    indent.columns = state.CommentColumn() + indent.extra;
    indent.aligned = state.CommentAfterCode();
    if (!star && neighbours.hang_column > 0) {
        indent.columns = neighbours.hang_column;
        indent.aligned = true;
    }
    return indent;
}

Indent CodeIndent(const CodeState &state, const LineWords &line,
                  const FileStyle &file)
{
    int unit = file.unit;
    const std::string &first = line.words[0];
    if (first.starts_with('}') && state.BraceDepth() > 0) {
        return {state.BraceDepth() - 1, state.BraceColumn()};
    }
    if (state.InParens()) {
        bool hanging = state.ParenColumn() < 0;
        return {state.StatementLevel(),
                hanging ? state.StatementColumn() + unit
                        : state.ParenColumn(),
                hanging ? unit : 0, !hanging};
    }
    if (IsLabelLine(line.words)) {
        return {0, 0, line.column_known ? 1 : 0};
    }
    if (IsCaseLine(line.words) && state.BraceDepth() > 0) {
        return {state.BraceDepth() - 1, state.BraceColumn()};
    }
    if (state.AfterControl()) {
        bool brace = first == "{";
        return {state.StatementLevel() + !brace,
                state.StatementColumn() + (brace ? 0 : unit)};
    }
    if (!file.braces) {
        int more = state.LastEndsInColon() ? file.unit : 0;
        return {0, state.LastColumn() + more};
    }
    if (state.InStatement() && first != "{") {
        return {state.StatementLevel() + 1, state.StatementColumn() + unit};
    }
    return BlockIndent(state, unit);
}

std::string RenderIndent(const Indent &indent, const FileStyle &file,
                         const LayoutStyle &style)
{
    bool tabs = style.indent == IndentStyle::kTab;
    if (indent.aligned) {
        if (tabs && !style.align_with_tabs && indent.extra == 0) {
            int level = std::min(indent.level, indent.columns / 8);
            return std::string(level, '\t') +
                   MakeIndent(indent.columns - 8 * level, false);
        }
        return MakeIndent(indent.columns,
                          style.align_with_tabs || tabs || file.tabs ||
                              style.indent == IndentStyle::kTabFill);
    }
    switch (style.indent) {
    case IndentStyle::kTab:
        return std::string(indent.level, '\t') +
               MakeIndent(indent.extra, false);
    case IndentStyle::kEight:
        return MakeIndent(indent.level * 8 + indent.extra, false);
    case IndentStyle::kTabFill:
        return MakeIndent(std::max(indent.columns, indent.extra), true);
    case IndentStyle::kFile:
        break;
    }
    return MakeIndent(std::max(indent.columns, indent.extra), file.tabs);
}

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

}  // namespace

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
    return i > 0 && words[i - 1].size() > 1 && words[i - 1].ends_with('.') &&
           std::isupper(static_cast<unsigned char>(words[i][0]));
}

std::string GuessIndent(const CodeState &state, const LineWords &line,
                        const FileStyle &file, const LayoutStyle &style,
                        const LayoutNeighbours &neighbours)
{
    if (line.column_zero || line.words.empty()) {
        return "";
    }
    if (line.KnowsGap(0)) {
        return *line.gaps[0];
    }
    Indent indent;
    if (state.InComment()) {
        indent = CommentIndent(state, line, neighbours);
    } else if (state.InMacro()) {
        indent = {1, std::max(file.unit, state.LastColumn())};
    } else {
        indent = CodeIndent(state, line, file);
    }
    std::string text = RenderIndent(indent, file, style);
    if (text.empty() && line.column_known) {
        // The line is known not to begin in column 0.
        text = RenderIndent({1, file.unit}, file, style);
    }
    return text;
}

std::string JoinWords(const LineWords &line, int column, bool in_comment,
                      const LayoutStyle &style,
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
        } else if (prose && style.two_after_sentence &&
                   StartsSentence(line.words, i)) {
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
                              style, neighbours);
}

}  // namespace laio
