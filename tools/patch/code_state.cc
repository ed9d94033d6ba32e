#include "tools/patch/code_state.h"

#include <cctype>

#include "tools/patch/layout_style.h"
#include "tools/patch/text_lines.h"

namespace laio {
namespace {

bool IsWordChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool IsControlWord(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && IsWordChar(text[end])) {
        end++;
    }
    std::string_view word = text.substr(0, end);
    return word == "if" || word == "for" || word == "while" ||
           word == "else" || word == "do" || word == "switch" ||
           word.ends_with("FOREACH") || word.ends_with("FOREACH_SAFE");
}

// A label or case: the line ends in a colon that no condition has.
bool IsLabel(std::string_view text)
{
    if (!text.ends_with(':') || text.find('?') != std::string_view::npos) {
        return false;
    }
    return text.starts_with("case ") || text.starts_with("default") ||
           SplitWords(text).size() == 1;
}

// The end of a string or character literal that begins at `at`.
std::size_t EndOfLiteral(std::string_view line, std::size_t at)
{
    char quote = line[at++];
    while (at < line.size() && line[at] != quote) {
        at += line[at] == '\\' ? 2 : 1;
    }
    return at;
}

}  // namespace

int CodeState::LevelHere() const
{
    return BaseLevel() + BraceDepth() + (control_ ? 1 : 0);
}

bool CodeState::MayBeOver() const
{
    return IsWordChar(last_code_) || last_code_ == '*' || last_code_ == ')';
}

void CodeState::Advance(std::string_view line)
{
    if (IsBlank(line)) {
        macro_.clear();
        if (braces_.empty() && parens_.empty()) {
            statement_open_ = false;
        }
        return;
    }
    levels_.Advance(line, InParens());
    std::string_view text = line.substr(IndentText(line).size());
    if (InMacro() || (!in_comment_ && text.starts_with('#'))) {
        AdvanceMacro(line);
        return;
    }
    if (is_body_ && base_column_ < 0) {
        base_column_ = IndentColumns(line);
    }
    if (!in_comment_ && IsWordChar(line[0]) && !IsLabel(text)) {
        LeaveBlocks();
    }
    Scan(line);
}

void CodeState::AdvanceMacro(std::string_view line)
{
    if (!line.ends_with('\\')) {
        macro_.clear();
    } else if (macro_.empty()) {
        macro_.emplace_back();
        macro_[0].is_body_ = true;
    } else {
        macro_[0].Advance(line.substr(0, line.size() - 1));
    }
}

// What begins in column 0 is in no block: where one seems open, an #ifdef has
// two beginnings of it.
void CodeState::LeaveBlocks()
{
    if (!braces_.empty()) {
        braces_.clear();
        parens_.clear();
        statement_open_ = false;
        control_ = false;
    }
}

void CodeState::Scan(std::string_view line)
{
    int column = 0;
    bool code_seen = false;
    std::size_t last_code = 0;
    std::size_t end_of_code = line.find_last_not_of(" \t\r") + 1;
    std::size_t measured = 0;
    for (std::size_t at = 0; at < line.size(); at++) {
        char c = line[at];
        std::string_view rest = line.substr(at);
        column = ColumnAfter(line.substr(measured, at - measured), column);
        measured = at;
        if (in_comment_) {
            if (rest.starts_with("*/")) {
                in_comment_ = false;
                at++;
            }
        } else if (rest.starts_with("//")) {
            break;
        } else if (rest.starts_with("/*")) {
            in_comment_ = true;
            comment_column_ = column;
            comment_level_ = LevelHere();
            comment_after_code_ = code_seen;
            at++;
        } else if (c != ' ' && c != '\t') {
            if (!code_seen && !statement_open_ && parens_.empty()) {
                StartStatement(column);
                operand_column_ = rest.starts_with("return ") ? column + 7
                                                              : 0;
                control_words_ = IsControlWord(rest) ||
                                 (c == '}' && rest.find("else") !=
                                                  std::string_view::npos);
            }
            code_seen = true;
            if (c == '"' || c == '\'') {
                at = EndOfLiteral(line, at);
            } else {
                Take(c, column, line.substr(at, end_of_code - at));
            }
            last_code = at;
        }
    }
    if (code_seen) {
        std::size_t begin = IndentText(line).size();
        std::size_t size = line.size();
        std::size_t end = last_code + 1 < size ? last_code + 1 : size;
        FinishLine(line.substr(begin, end - begin));
    }
}

void CodeState::StartStatement(int column)
{
    statement_column_ = column;
    statement_level_ = LevelHere();
    statement_open_ = true;
    operand_column_ = 0;
    if (control_) {
        // The statement a control takes ends both.
        control_column_ = column;
    }
}

// Takes a character of code.
//
//   rest    of the line, from it on
void CodeState::Take(char c, int column, std::string_view rest)
{
    bool ends_line = rest.size() <= 1;
    if (c == '(' || c == '[') {
        parens_.push_back(ends_line ? -1 : column + 1);
    } else if ((c == ')' || c == ']') && !parens_.empty()) {
        parens_.pop_back();
    } else if (c == '{') {
        int level = control_ ? statement_level_ : LevelHere();
        std::size_t next = rest.find_first_not_of(" \t", 1);
        bool goes_on = next != std::string_view::npos && rest[next] != '/';
        braces_.push_back({statement_column_, level,
                           goes_on ? ColumnAfter(rest.substr(0, next), column)
                                   : -1});
        parens_.clear();
        statement_open_ = false;
        control_ = false;
    } else if (c == '}') {
        if (!braces_.empty()) {
            statement_column_ = braces_.back().column;
            braces_.pop_back();
            statement_level_ = BraceDepth();
        }
        parens_.clear();
        control_ = false;
        statement_open_ = false;
    } else if (c == '=' && parens_.empty() && rest.starts_with("= ")) {
        operand_column_ = column + 2;
    } else if (c == ';' && parens_.empty()) {
        statement_open_ = false;
        control_ = false;
        control_words_ = false;
    } else if (!statement_open_ && parens_.empty()) {
        // After a closing brace on the same line: `} else`, `} name`.
        statement_open_ = true;
    }
}

void CodeState::FinishLine(std::string_view text)
{
    last_code_ = text.empty() ? 0 : text.back();
    if (!statement_open_ || !parens_.empty()) {
        return;
    }
    if (IsLabel(text) || (text.ends_with(',') && !braces_.empty())) {
        statement_open_ = false;
        return;
    }
    bool header_over = text.ends_with(')') || text.ends_with("else") ||
                       text.ends_with("do");
    if (control_words_ && header_over) {
        statement_open_ = false;
        control_ = true;
    }
}

}  // namespace laio
