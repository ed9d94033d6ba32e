#include <algorithm>

#include "tools/style/rule.h"
#include "tools/style/rules/indent_body.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// What follows a condition: which line is its first, and how deep.
class BodyStart {
 public:
    BodyStart(const LineView &view, Statement statement)
        : view_(view), begin_(statement.condition_end)
    {
        std::string_view condition =
            view.hunk.Code(statement.begin, statement.condition_end);
        size_t lines = std::count(condition.begin(), condition.end(), '\n');
        // Mostly the body starts near, and what is behind does not matter.
        for (size_t enough : {512, 16384}) {
            size_t end = std::min(statement.end, begin_ + enough);
            // The first line has no marker, the others lose theirs.
            text_ = WithoutMarkers(
                view.hunk.Code(begin_, std::max(begin_, end)));
            pos_ = 0;
            lines_ = lines;
            counts_ = false;
            Find();
            if (end == statement.end || HasMoreBehind()) {
                break;
            }
        }
    }

    bool counts() const { return counts_; }
    size_t lines() const { return lines_; }  // behind the condition's first
    bool empty() const { return pos_ >= text_.size(); }
    size_t indent() const
    {
        return IndentOf("+" + text_.substr(std::min(pos_, text_.size())));
    }

 private:
    // Whether a visible byte follows the line that was found: only then the
    // end of the text had no say.
    bool HasMoreBehind() const
    {
        size_t newline = text_.find('\n', pos_);
        return newline != kNone && SkipSpace(text_, newline) < text_.size();
    }

    void Find()
    {
        SkipOpening();
        bool goes_on = At(text_, SkipSpace(text_, pos_), "\\");
        if (goes_on) {
            pos_ = SkipSpace(text_, pos_) + 1;
        }
        if (IsBlankLine()) {
            NextLine();
            counts_ = true;
        }
        std::string_view above = TrimRight(view_.previous_code);
        if (!goes_on && (EndsWith(above, "\\") || IsDefine(above))) {
            counts_ = false;
        }
        SkipLines();
    }

    static bool IsDefine(std::string_view code)
    {
        return DirectiveOf(code) == "define";
    }

    // The last `do` of the line and a brace.
    void SkipOpening()
    {
        std::string_view first =
            std::string_view(text_).substr(0, text_.find('\n'));
        for (size_t at = FindWord(first, "do"); at != kNone;
             at = FindWord(first, "do", at + 1)) {
            pos_ = at + 2;
        }
        if (At(text_, SkipSpace(text_, pos_), "{")) {
            pos_ = SkipSpace(text_, pos_) + 1;
        }
    }

    // Blank lines, directives and labels are no body.
    void SkipLines()
    {
        bool goes_on = false;
        for (;;) {
            size_t word = SkipSpace(text_, pos_);
            bool directive = At(text_, word, "#");
            if (directive) {
                size_t name = SkipSpace(text_, word + 1);
                if (At(text_, name, "else") || At(text_, name, "elif")) {
                    counts_ = false;
                }
            }
            if (!goes_on && !directive && !IsBlankLine() && !IsLabel(word)) {
                return;
            }
            size_t end = text_.find('\n', pos_);
            goes_on = end != kNone && end > pos_ && text_[end - 1] == '\\';
            if (end == kNone) {
                return;
            }
            NextLine();
        }
    }

    bool IsLabel(size_t word) const
    {
        return ReadIdent(text_, word, [&](size_t end) {
            return At(text_, SkipSpace(text_, end), ":");
        });
    }

    bool IsBlankLine() const
    {
        size_t end = text_.find('\n', pos_);
        return end != kNone && SkipSpace(text_, pos_) >= end;
    }

    void NextLine()
    {
        pos_ = text_.find('\n', pos_) + 1;
        ++lines_;
    }

    const LineView &view_;
    size_t begin_;
    std::string text_;
    size_t pos_ = 0;
    size_t lines_ = 0;
    bool counts_ = false;
};

// `if (`, `while (`, `for (` or do, and not the end of a loop.
bool StartsBody(std::string_view code)
{
    if (At(code, SkipSpace(code, 1), "#") ||
        (FindAnyCall(code, {"if", "while", "for"}) == kNone &&
         FindWord(code, "do") == kNone)) {
        return false;
    }
    for (size_t brace = code.find('}'); brace != kNone;
         brace = code.find('}', brace + 1)) {
        if (At(code, SkipSpace(code, brace + 1), "while")) {
            return false;
        }
    }
    return true;
}

void Check(const LineView &view, const Report &report)
{
    if (!StartsBody(view.code)) {
        return;
    }
    BodyStart body(view, view.hunk.StatementAt(view.line));
    size_t line = view.line + body.lines();
    if (!body.counts() || line >= view.hunk.size() ||
        (!view.added && !view.hunk.added(line))) {
        return;
    }
    size_t indent = IndentOf(view.raw);
    size_t inner = body.indent();
    if (inner % 4 != 0 || (inner <= indent && !body.empty())) {
        report.Add(view, SkipSpace(view.raw, 1),
                   "suspect code indent for conditional statements (" +
                       std::to_string(indent) + ", " +
                       std::to_string(inner) + ")",
                   IndentBody(view.hunk, view.line, line));
    }
}

}  // namespace

extern const Rule kSuspectIndent{
    .name = "suspect-indent",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "if while for do",
    .summary = "The body of a condition stands deeper than it, by fours.",
    .bad = "    if (x) {\n"
           "      y();\n"
           "    }\n",
    .good = "    if (x) {\n"
            "        y();\n"
            "    }\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .has_fix = true,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
