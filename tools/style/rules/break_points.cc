#include "tools/style/rules/break_points.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "tools/style/rules/break_code.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

struct BinaryOperator {
    std::string_view text;  // stands behind a blank and before one
    int binding;
};

constexpr BinaryOperator kOperators[] = {
    {"&&", 2}, {"||", 1}, {"?", 1},  {":", 1},  {"|", 3},  {"^", 3},
    {"&", 3},  {"==", 4}, {"!=", 4}, {"<=", 4}, {">=", 4}, {"<", 4},
    {">", 4},  {"<<", 5}, {">>", 5}, {"+", 6},  {"-", 6},  {"*", 7},
    {"/", 7},  {"%", 7},
};

constexpr std::string_view kAssignments[] = {"=",  "+=", "-=", "*=",  "/=",
                                             "|=", "&=", "^=", "<<=", ">>="};

// The operator that ends at `pos` with blanks around it, or "".
std::string_view OperatorBefore(std::string_view code, size_t pos)
{
    size_t start = code.find_last_of(' ', pos);
    return start == kNone ? "" : code.substr(start + 1, pos - start);
}

bool IsKeyword(std::string_view code, size_t open)
{
    std::string_view head = TrimRight(code.substr(0, open));
    for (std::string_view word : {"if", "for", "while", "switch", "return",
                                  "sizeof", "defined"}) {
        if (EndsWith(head, word)) {
            return true;
        }
    }
    return false;
}

class PointFinder {
 public:
    PointFinder(std::string_view raw, std::string_view code, size_t width)
        : raw_(raw), code_(code), width_(width), first_(SkipSpace(code, 0)),
          own_(WidthOf(raw.substr(0, first_)))
    {
    }

    std::vector<BreakPoint> Find()
    {
        for (size_t pos = first_; pos + 1 < code_.size(); ++pos) {
            if (WidthOf(raw_.substr(0, pos + 1)) > width_) {
                break;
            }
            Count(pos);
            Judge(pos);
        }
        PreferTernaries();
        std::stable_sort(found_.begin(), found_.end(),
                         [](const BreakPoint &a, const BreakPoint &b) {
                             return Weight(a) < Weight(b);
                         });
        return std::move(found_);
    }

 private:
    static std::tuple<BreakKind, size_t, int, size_t> Weight(
        const BreakPoint &point)
    {
        return {point.kind, point.depth, point.binding, ~point.at};
    }

    // What binds more than ?: stays together beside it.
    void PreferTernaries()
    {
        std::set<size_t> depths;
        for (const BreakPoint &point : found_) {
            if (point.kind == BreakKind::kTernary) {
                depths.insert(point.depth);
            }
        }
        std::erase_if(found_, [&](const BreakPoint &point) {
            return point.kind == BreakKind::kOperator && point.binding > 0 &&
                   depths.count(point.depth) > 0;
        });
    }

    void Count(size_t pos)
    {
        char c = code_[pos];
        if (c == '(' || c == '[' || c == '{') {
            open_.push_back(pos);
        } else if ((c == ')' || c == ']' || c == '}') && !open_.empty()) {
            open_.pop_back();
        }
    }

    void Judge(size_t pos)
    {
        if (code_[pos] == '(') {
            JudgeParenthesis(pos);
            return;
        }
        if (!open_.empty() && code_[open_.back()] == '[') {
            return;
        }
        if (code_[pos] == ')' && code_[pos + 1] == '(') {
            Add(pos, BreakKind::kCast, 0);
        }
        if (code_[pos + 1] != ' ') {
            return;
        }
        // A semicolon with parentheses around it is that of a `for`.
        if (code_[pos] == ',' || (code_[pos] == ';' && !open_.empty())) {
            Add(pos, BreakKind::kOperator, 0);
        } else {
            JudgeOperator(pos);
        }
        JudgeLiterals(pos);
    }

    void JudgeOperator(size_t pos)
    {
        std::string_view op = OperatorBefore(code_, pos);
        for (const BinaryOperator &binary : kOperators) {
            if (op == binary.text && pos >= first_ + op.size() + 1) {
                bool ternary = op == "?" || op == ":";
                Add(pos,
                    ternary ? BreakKind::kTernary : BreakKind::kOperator,
                    binary.binding);
            }
        }
        for (std::string_view assignment : kAssignments) {
            // Braces behind it stay on its line.
            if (op == assignment && open_.empty() &&
                !At(code_, SkipSpace(code_, pos + 1), "{")) {
                Add(pos, BreakKind::kAssignment, 0);
                found_.back().indent = own_ + 4;
            }
        }
    }

    // Between parts of one literal: `"a" NAME "b"`.
    void JudgeLiterals(size_t pos)
    {
        char next = code_[SkipSpace(code_, pos + 1) % code_.size()];
        bool behind = code_[pos] == '"' && IsWordStart(next) && !IsLower(next);
        bool before = next == '"' && (code_[pos] == '"' || IsWord(code_[pos]));
        if (behind || before) {
            Add(pos, BreakKind::kOperator, before ? 8 : 9);
        }
    }

    // What it holds stands four deeper than the line, eight in a condition.
    void JudgeParenthesis(size_t pos)
    {
        if (pos == first_ || IsKeyword(code_, pos) ||
            !IsWord(code_[pos - 1])) {
            return;
        }
        std::string_view text = code_.substr(first_);
        bool condition = EndsWith(TrimRight(code_), "{") ||
                         StartsWith(text, "if (") ||
                         StartsWith(text, "while (");
        Add(pos, BreakKind::kParenthesis, 0);
        found_.back().indent = own_ + (condition ? 8 : 4);
    }

    // The column of what follows an open parenthesis or brace.
    size_t InsideColumn(size_t open) const
    {
        size_t text = code_[open] == '(' ? open + 1
                                         : SkipSpace(code_, open + 1);
        return WidthOf(raw_.substr(0, text));
    }

    void Add(size_t pos, BreakKind kind, int binding)
    {
        BreakPoint point;
        point.at = pos + 1;
        point.kind = kind;
        point.depth = open_.size();
        point.binding = binding;
        point.indent = open_.empty() ? own_ : InsideColumn(open_.back());
        found_.push_back(point);
    }

    std::string_view raw_, code_;
    size_t width_;
    size_t first_, own_;  // where text starts: bytes, columns
    std::vector<size_t> open_;
    std::vector<BreakPoint> found_;
};

}  // namespace

std::vector<BreakPoint> FindBreakPoints(std::string_view raw,
                                        std::string_view code, size_t width)
{
    return PointFinder(raw, code, width).Find();
}

}  // namespace laio::style
