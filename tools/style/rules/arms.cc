#include "tools/style/rules/arms.h"

#include <algorithm>
#include <set>

#include "tools/style/rules/brace_insertion.h"
#include "tools/style/rules/control.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

class BraceFinder {
 public:
    BraceFinder(const HunkView &hunk, bool is_before_2_12)
        : hunk_(hunk),
          is_before_2_12_(is_before_2_12),
          text_(hunk.text.text())
    {
    }

    std::vector<MissingBraces> Find()
    {
        for (size_t line = 0; line < hunk_.size(); ++line) {
            if (!hunk_.added(line)) {
                continue;
            }
            HideLineComment(line);
            if (HasKeyword(hunk_, line)) {
                CheckArms(line);
                CheckLoneKeyword(line);
            }
        }
        return std::move(found_);
    }

 private:
    // The // comment of a line is no code for the statement it starts.
    void HideLineComment(size_t line)
    {
        size_t comment = hunk_.code[line].find("//");
        if (comment != kNone) {
            text_.replace(hunk_.text.LineStart(line) + comment,
                          hunk_.code[line].size() - comment,
                          hunk_.code[line].size() - comment, ' ');
        }
    }

    std::string_view Condition(const Statement &arm) const
    {
        return std::string_view(text_).substr(
            arm.begin, arm.condition_end - arm.begin);
    }
    std::string_view Body(const Statement &arm) const
    {
        return std::string_view(text_).substr(arm.condition_end,
                                              arm.end - arm.condition_end);
    }
    bool HasBraces(const Statement &arm) const
    {
        std::string_view body = Body(arm);
        size_t pos = 0;
        while (pos < body.size() && IsSpace(body[pos])) {
            pos += body[pos] == '\n' ? 2 : 1;  // the marker behind it, too
        }
        return At(body, pos, "{");
    }

    // Whether the statement may go without braces for its size or contents.
    bool MayGoWithout(const Statement &arm) const
    {
        return StatementLines(Condition(arm)) > 1 ||
               BlockSize(Body(arm)) > 1 ||
               FindAnyWord(Body(arm), {"if", "for", "while"}, 1) != kNone;
    }

    void CheckArms(size_t line)
    {
        std::string_view code = hunk_.code[line];
        code = code.substr(0, code.find("//"));
        size_t keyword = is_before_2_12_
                             ? FindAnyWord(code, {"if"}, 1)
                             : FindAnyWord(code, {"if", "while", "for"}, 1);
        if (keyword == kNone || HasHash(code, "if")) {
            return;
        }
        bool allowed = !is_before_2_12_ && Contains(code, "}") &&
                       !Contains(code, "else");
        int level = 0;
        std::vector<Statement> arms = hunk_.statements.ScanArms(
            hunk_.text.LineStart(line) + 1, &level);
        if (level != 0) {
            return;
        }
        size_t braced = 0;
        for (const Statement &arm : arms) {
            covered_.insert(FirstLine(arm));
            braced += HasBraces(arm);
        }
        if (braced == arms.size()) {
            return;
        }
        for (const Statement &arm : arms) {
            allowed = allowed || (!is_before_2_12_ && MayGoWithout(arm));
        }
        if (!allowed) {
            found_.push_back({line, keyword, true,
                              InsertBraces(hunk_, arms)});
        }
    }

    void CheckLoneKeyword(size_t line)
    {
        std::string_view code = hunk_.code[line];
        code = code.substr(0, code.find("//"));
        size_t keyword = FindAnyWord(code, {"if", "while", "for", "else"}, 1);
        if (covered_.count(line) || keyword == kNone ||
            HasHash(code, "if") || HasHash(code, "else") ||
            EndsWith(TrimRight(code.substr(0, keyword)), "}")) {
            return;
        }
        int level = 0;
        std::vector<Statement> arms = hunk_.statements.ScanArms(
            hunk_.text.LineStart(line) + keyword, &level);
        const Statement &first = arms.front();
        bool next_is_braced = arms.size() > 1 && HasBraces(arms[1]);
        if (level == 0 && !HasBraces(first) && !MayGoWithout(first) &&
            !next_is_braced) {
            found_.push_back({line, keyword, false,
                              InsertBraces(hunk_, {first})});
        }
    }

    // The line of the arm's first visible byte.
    size_t FirstLine(const Statement &arm) const
    {
        const std::string &text = hunk_.text.text();
        size_t pos = arm.begin;
        while (pos < arm.condition_end) {
            if (text[pos] == '\n') {
                pos += 2;
            } else if (IsSpace(text[pos])) {
                ++pos;
            } else {
                break;
            }
        }
        return hunk_.text.LineOf(std::min(pos, arm.end - 1));
    }

    const HunkView &hunk_;
    const bool is_before_2_12_;
    std::string text_;  // of the hunk
    std::set<size_t> covered_;  // lines whose arm CheckArms() looked at
    std::vector<MissingBraces> found_;
};

}  // namespace

std::vector<MissingBraces> FindMissingBraces(const HunkView &hunk)
{
    return BraceFinder(hunk, false).Find();
}

std::vector<MissingBraces> FindMissingBracesOfIf(const HunkView &hunk)
{
    return BraceFinder(hunk, true).Find();
}

void ReportMissingBraces(const HunkView &hunk, FindBraces *find,
                         bool all_arms, const char *message,
                         const Report &report)
{
    for (const MissingBraces &missing : hunk.Shared(find)) {
        if (missing.all_arms == all_arms) {
            report.Add(hunk, missing.line, missing.column, message,
                       missing.edit);
        }
    }
}

}  // namespace laio::style
