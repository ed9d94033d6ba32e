// Where in C code the end of a line is: what is open, and where it began.
//
// A value: copy it to try what could follow.

#ifndef TOOLS_PATCH_CODE_STATE_H
#define TOOLS_PATCH_CODE_STATE_H

#include <string_view>
#include <vector>

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

    int BraceDepth() const { return int(braces_.size()); }
    // The column of the line that opened the innermost brace.
    int BraceColumn() const { return braces_.back().column; }
    int BraceLevel() const { return braces_.back().level; }
    bool InMacro() const { return in_macro_; }
    int LastColumn() const { return last_column_; }
    bool LastEndsInColon() const { return last_ends_in_colon_; }

 private:
    struct Brace {
        int column = 0;
        int level = 0;
    };

    void LeaveBlocks();
    void Scan(std::string_view line);
    void StartStatement(int column);
    void Take(char c, int column, bool ends_line);
    void FinishLine(std::string_view line);
    int LevelHere() const;

    std::vector<int> parens_;
    std::vector<Brace> braces_;
    bool in_comment_ = false;
    bool in_macro_ = false;
    bool comment_after_code_ = false;
    int comment_column_ = 0;
    int comment_level_ = 0;
    bool statement_open_ = false;
    bool control_ = false;        // an if, for, ... without a brace
    int control_column_ = 0;
    int control_level_ = 0;
    int statement_column_ = 0;
    int statement_level_ = 0;
    bool control_words_ = false;  // the open statement begins with one
    int last_column_ = 0;
    bool last_ends_in_colon_ = false;
};

}  // namespace laio

#endif  // TOOLS_PATCH_CODE_STATE_H
