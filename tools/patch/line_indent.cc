// Where a line begins: the half of line_layout.h that is about indents.

#include <algorithm>

#include "tools/patch/line_layout.h"

namespace laio {
namespace {

bool IsLabelLine(const std::vector<std::string> &words)
{
    const std::string &first = words[0];
    return words.size() == 1 && first.size() > 1 && first.ends_with(':') &&
           first != "default:" &&
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

// Of the line that ends the innermost brace.
Indent BraceIndent(const CodeState &state)
{
    return {state.BaseLevel() + state.BraceDepth() - 1, state.BraceColumn()};
}

Indent BlockIndent(const CodeState &state, int unit)
{
    if (state.BraceDepth() == 0) {
        return {state.BaseLevel(), state.BaseColumn()};
    }
    if (state.BraceContentColumn() >= 0) {
        return {state.BraceDepth(), state.BraceContentColumn(), 0, true};
    }
    return {state.BaseLevel() + state.BraceDepth(),
            state.BraceColumn() + unit};
}

bool IsDirective(std::string_view word)
{
    for (std::string_view known :
         {"#if", "#ifdef", "#ifndef", "#else", "#elif", "#endif", "#define",
          "#undef", "#include", "#error", "#pragma"}) {
        if (word == known) {
            return true;
        }
    }
    return false;
}

// Inside of parentheses that something follows on their line.
Indent ContinuationIndent(const CodeState &state, const FileStyle &file,
                          const LayoutStyle &style)
{
    bool hanging = state.ParenColumn() < 0;
    Continuation usual = hanging ? file.hanging : file.continuation;
    Continuation how = style.continuation == Continuation::kFile
                           ? usual
                           : style.continuation;
    if (!hanging && how == Continuation::kUnderParen) {
        return {state.StatementLevel(), state.ParenColumn(), 0, true};
    }
    int extra = how == Continuation::kTwoLevels ? 2 * file.unit : file.unit;
    return {state.StatementLevel(), state.StatementColumn() + extra, extra};
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
                  const FileStyle &file, const LayoutStyle &style)
{
    int unit = file.unit;
    const std::string &first = line.words[0];
    if (first.starts_with('}') && state.BraceDepth() > 0) {
        return BraceIndent(state);
    }
    if (state.InParens()) {
        return ContinuationIndent(state, file, style);
    }
    if (file.braces && IsLabelLine(line.words)) {
        return {0, 0, line.column_known ? 1 : file.label_column};
    }
    if (IsCaseLine(line.words) && state.BraceDepth() > 0) {
        return BraceIndent(state);
    }
    if (state.AfterControl()) {
        bool brace = first == "{";
        return {state.StatementLevel() + !brace,
                state.StatementColumn() + (brace ? 0 : unit)};
    }
    if (!file.braces) {
        return {0, state.Levels().ColumnOf(first, unit)};
    }
    if (!line.column_known && state.BraceDepth() == 0 &&
        state.InStatement() && state.MayBeOver()) {
        return BlockIndent(state, unit);
    }
    if (state.InStatement() && first != "{") {
        bool under = style.operand == OperandStyle::kFile
                         ? file.under_operand
                         : style.operand == OperandStyle::kUnder;
        if (under && state.OperandColumn() > 0) {
            return {state.StatementLevel(), state.OperandColumn(), 0, true};
        }
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

}  // namespace

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
    } else if (!line.column_known && IsDirective(line.words[0])) {
        return "";
    } else if (state.InMacro()) {
        indent = state.MacroBody().HasBase()
                     ? CodeIndent(state.MacroBody(), line, file, style)
                     : Indent{1, file.unit};
    } else {
        indent = CodeIndent(state, line, file, style);
    }
    std::string text = RenderIndent(indent, file, style);
    if (text.empty() && line.column_known) {
        // The line is known not to begin in column 0.
        text = RenderIndent({1, file.unit}, file, style);
    }
    return text;
}

}  // namespace laio
