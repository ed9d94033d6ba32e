// Statements of a hunk, as far as brackets and semicolons tell them.
//
// No parser: one kind of bracket counts at a time, a statement ends at the
// `;` or `}` of its own level, and what the hunk does not show does not exist.
// Thread: one at a time (answers are remembered).

#ifndef TOOLS_STYLE_STATEMENT_H
#define TOOLS_STYLE_STATEMENT_H

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace laio::style {

// The sanitised post-image lines of a hunk as one text; each line keeps its
// diff marker and ends in a newline.
class HunkText {
 public:
    //   text  what SanitiseHunk() returns
    explicit HunkText(std::string text);

    const std::string &text() const { return text_; }
    // Where line `index` (from 0) begins, at its diff marker.
    size_t LineStart(size_t index) const { return starts_[index]; }
    size_t LineCount() const { return starts_.size(); }
    // It, without its newline.
    std::string_view Line(size_t index) const;
    // The line that holds the byte at `pos`.
    size_t LineOf(size_t pos) const;

 private:
    std::string text_;
    std::vector<size_t> starts_;
};

struct Statement {
    size_t begin = 0;
    size_t condition_end = 0;  // `if (...)`: [begin, condition_end)
    size_t end = 0;            // behind the `;` or `}`, or the hunk's end
    int level = 0;             // brackets open at `end`
    bool at_hunk_end = false;  // the hunk ended first
};

// Scans statements. A position is scanned once, whatever the number of
// statements that run over it, unless #if sits inside brackets.
class StatementScanner {
 public:
    explicit StatementScanner(const HunkText &hunk);

    // The statement that starts at `begin`.
    Statement Scan(size_t begin);

    // The statement and, for if, else and do, the arms that continue it.
    //
    //   level  brackets open where the search for further arms stopped
    std::vector<Statement> ScanArms(size_t begin, int *level);

 private:
    struct Memo {
        size_t end = 0;
        size_t condition_end = 0;
        int level = 0;
        bool known = false;
        bool at_hunk_end = false;
    };

    // The index of the first stop at or behind `pos`.
    size_t NextStop(size_t pos) const;
    bool WalkFlat(Statement &statement);
    void WalkNested(Statement &statement);
    void MatchBrackets();
    bool IsElse(size_t pos, size_t begin) const;

    std::string_view text_;
    std::vector<size_t> stops_;    // positions of ; ( ) { } # and else
    std::vector<size_t> partner_;  // per stop: index of its closing stop
    std::vector<size_t> directives_before_;  // per stop: # at or before it
    std::vector<Memo> memo_;       // per stop, at level 0
    // Of the walk under way: stops, and what ends a condition there.
    std::vector<std::pair<size_t, size_t>> path_;
};

// The text of [begin, end) without the diff markers of its lines but for the
// first, where only a newline may come before.
std::string WithoutMarkers(std::string_view text);

// Lines of the text once blanks around it are gone; at least 1.
int StatementLines(std::string_view text);

// Lines or semicolons of a block without its braces, whichever are more.
int BlockSize(std::string_view text);

}  // namespace laio::style

#endif  // TOOLS_STYLE_STATEMENT_H
