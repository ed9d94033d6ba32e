#include "tools/style/rule.h"
#include "tools/style/rules/condition.h"
#include "tools/style/rules/split_line.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr const char *kMessage =
    "trailing statements should be on next line";

// Whether the text is an opening brace, backslashes and blanks at most.
bool MayFollowCondition(std::string_view text)
{
    size_t pos = SkipSpace(text, 0);
    pos = SkipSpace(text, pos + At(text, pos, "{"));
    while (At(text, pos, "\\")) {
        ++pos;
    }
    return SkipSpace(text, pos) == text.size();
}

bool EndsLoop(std::string_view condition)
{
    for (size_t at = condition.find('}'); at != kNone;
         at = condition.find('}', at + 1)) {
        if (At(condition, SkipSpace(condition, at + 1), "while")) {
            return true;
        }
    }
    return false;
}

// `if (x) y();`
size_t BehindCondition(const HunkView &hunk, size_t line)
{
    if (!HasCondition(hunk, line)) {
        return kNone;
    }
    Statement statement = hunk.StatementAt(line);
    std::string_view condition =
        hunk.Code(statement.begin, statement.condition_end);
    std::string_view body =
        hunk.Code(statement.condition_end, statement.end);
    body = body.substr(0, body.find('\n'));
    bool wrong = !condition.empty() &&
                 !MayFollowCondition(WithoutComments(body)) &&
                 !EndsLoop(condition);
    return wrong ? statement.condition_end : kNone;
}

// `else y();`
size_t BehindElse(std::string_view code)
{
    size_t at = SkipSpace(code, 1);
    at = At(code, at, "}") ? SkipSpace(code, at + 1) : at;
    if (!At(code, at, "else") || WordEnd(code, at) != at + 4) {
        return kNone;
    }
    std::string rest = WithoutComments(code.substr(at + 4));
    size_t word = SkipSpace(rest, 0);
    if (word > 0 && At(rest, word, "if")) {
        return kNone;
    }
    size_t pos = SkipSpace(rest, word + At(rest, word, "{"));
    pos = SkipSpace(rest, pos + At(rest, pos, "\\"));
    return pos == rest.size() ? kNone : at + 4;
}

// `} if`
size_t BehindBrace(std::string_view code)
{
    for (size_t at = code.find('}'); at != kNone;
         at = code.find('}', at + 1)) {
        size_t word = SkipSpace(code, at + 1);
        if (At(code, word, "if") && WordEnd(code, word) == word + 2) {
            return word;
        }
    }
    return kNone;
}

size_t SkipCommentBytes(std::string_view code, size_t pos)
{
    pos = SkipSpace(code, pos);
    while (pos < code.size() && code[pos] == kCommentByte) {
        ++pos;
    }
    return pos;
}

// `case x: y();`
size_t BehindCase(std::string_view code)
{
    size_t at = SkipSpace(code, 1);
    size_t colon = kNone;
    if (At(code, at, "case")) {
        colon = code.rfind(':');
    } else if (At(code, at, "default")) {
        colon = SkipSpace(code, at + 7);
    }
    if (colon == kNone || !At(code, colon, ":") || colon < at) {
        return kNone;
    }
    size_t next = SkipSpace(code, colon + 1);
    size_t end = next + 6;
    if (At(code, next, "return") && end < code.size() &&
        IsSpace(code[end])) {
        return kNone;
    }
    size_t pos = SkipCommentBytes(code, colon + 1);
    size_t brace = SkipSpace(code, pos);
    pos = At(code, brace, "{") ? brace + 1 : pos;
    pos = SkipSpace(code, SkipCommentBytes(code, pos));
    pos = SkipSpace(code, pos + At(code, pos, "\\"));
    return pos == code.size() ? kNone : next;
}

void Check(const HunkView &hunk, const Report &report)
{
    const std::set<size_t> &ends = hunk.Shared(LoopEnds);
    for (size_t line = 0; line < hunk.size(); ++line) {
        if (!hunk.added(line)) {
            continue;
        }
        std::string_view code = hunk.code[line];
        std::string_view bare = code.substr(0, code.find("//"));
        if (!ends.count(line)) {
            size_t behind = BehindCondition(hunk, line);
            if (behind != kNone) {
                report.Add(hunk, line, SkipSpace(code, 1), kMessage,
                           SplitBehind(hunk, line, behind));
            }
        }
        for (size_t column : {BehindElse(bare), BehindBrace(bare),
                              BehindCase(bare)}) {
            if (column != kNone) {
                size_t at = hunk.text.LineStart(line) + column;
                report.Add(hunk, line, column, kMessage,
                           SplitBehind(hunk, line, at));
            }
        }
    }
}

}  // namespace

extern const Rule kTrailingStatements{
    .name = "trailing-statements",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A statement has its line for itself.",
    .bad = "    if (x) y();\n",
    .good = "    if (x) {\n"
            "        y();\n"
            "    }\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_hunk = Check,
};

}  // namespace laio::style
