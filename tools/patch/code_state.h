// Where in C code the end of a line is: what is open, and where it began.
//
// A value: copy it to try what could follow.

#ifndef TOOLS_PATCH_CODE_STATE_H
#define TOOLS_PATCH_CODE_STATE_H

#include <string_view>
#include <vector>

#include "tools/patch/indent_levels.h"

namespace laio {

class CodeState {
 public:
    // Reads one more line. `unit` is the file's, in columns.
    void Advance(std::string_view line);

    bool InComment() const { return in_comment_; }
    // Of the open comment: its column, and whether code stands before it.
    int CommentColumn() const { return comment_column_; }
    int CommentLevel() const { return comment_level_; }
    bool CommentAfterCode() const { return comment_after_code_; }

    bool InParens() const { return !parens_.empty(); }
    // The column that a line inside the parentheses aligns with; -1 when the
    // parenthesis ends its line.
    int ParenColumn() const { return parens_.back(); }

    bool InStatement() const { return statement_open_; }
    bool AfterControl() const { return control_; }
    int StatementColumn() const { return statement_column_; }
    int StatementLevel() const { return statement_level_; }

    // The column of what follows `return` or `=` in the open statement; 0
    // without one.
    int OperandColumn() const { return operand_column_; }

    int BraceDepth() const { return int(braces_.size()); }
    // The column of the line that opened the innermost brace.
    int BraceColumn() const { return braces_.back().column; }
    int BraceLevel() const { return braces_.back().level; }
    // The column of what follows the innermost brace on its line; -1 when
    // nothing does.
    int BraceContentColumn() const { return braces_.back().content_column; }
    // In the lines of a macro after its first, which are code of their own.
    bool InMacro() const { return !macro_.empty(); }
    const CodeState &MacroBody() const { return macro_[0]; }
    // What the code's top level is indented by: that of a macro is.
    bool HasBase() const { return base_column_ >= 0; }
    int BaseColumn() const { return base_column_ > 0 ? base_column_ : 0; }
    int BaseLevel() const { return base_column_ > 0 ? 1 : 0; }
    // Whether the last line may be all of what it says, though no semicolon
    // ends it: a type before its function, a macro that stands for a whole.
    bool MayBeOver() const;
    // For languages without braces.
    const IndentLevels &Levels() const { return levels_; }

 private:
    struct Brace {
        int column = 0;
        int level = 0;
        int content_column = -1;
    };

    void LeaveBlocks();
    void Scan(std::string_view line);
    void StartStatement(int column);
    void AdvanceMacro(std::string_view line);
    void Take(char c, int column, std::string_view rest);
    void FinishLine(std::string_view line);
    int LevelHere() const;

    std::vector<int> parens_;
    std::vector<Brace> braces_;
    bool in_comment_ = false;
    std::vector<CodeState> macro_;  // the body's, in one; else none
    int base_column_ = -1;          // of a macro's body, from its first line
    bool is_body_ = false;
    char last_code_ = 0;
    bool comment_after_code_ = false;
    int comment_column_ = 0;
    int comment_level_ = 0;
    bool statement_open_ = false;
    bool control_ = false;        // an if, for, ... without a brace
    int control_column_ = 0;
    int control_level_ = 0;
    int statement_column_ = 0;
    int statement_level_ = 0;
    int operand_column_ = 0;
    bool control_words_ = false;  // the open statement begins with one
    IndentLevels levels_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_CODE_STATE_H
