#include "tools/style/chars.h"
#include "tools/style/rule.h"
#include "tools/style/rules/comment_block.h"

namespace laio::style {
namespace {

// The line with every `/* ... */` that it closes itself taken out.
std::string WithoutWholeComments(std::string_view raw)
{
    std::string text;
    for (size_t pos = 0; pos < raw.size();) {
        if (raw.substr(pos, 2) == "/*") {
            size_t close = raw.find("*/", pos + 2);
            if (close != raw.npos) {
                pos = close + 2;
                continue;
            }
        }
        text += raw[pos++];
    }
    return text;
}

bool HasTextBehindOpener(std::string_view text)
{
    for (size_t open = text.find("/*"); open != text.npos;
         open = text.find("/*", open + 1)) {
        size_t pos = open + 2;
        pos += pos < text.size() && text[pos] == '*';
        if (text.find_first_not_of(" \t", pos) != text.npos) {
            return true;
        }
    }
    return false;
}

// Before 7.2 a line was free that ends in a comment of its own and, since 4.2,
// in `)` or `}` behind that: ca68668d27, 1ef47f40dc.
bool EndsInWholeComment(std::string_view raw, std::string_view may_follow)
{
    size_t last = raw.find_last_not_of(may_follow);
    if (last == raw.npos || last < 4 || raw.substr(last - 1, 2) != "*/") {
        return false;
    }
    size_t open = raw.find("/*", 1);
    return open != raw.npos && open + 2 <= last - 1;
}

void CheckWhole(const LineView &view, std::string_view may_follow,
                const Report &report)
{
    if (!EndsInWholeComment(view.raw, may_follow) &&
        HasTextBehindOpener(view.raw)) {
        report.Add(view, view.raw.rfind("/*"),
                   "Block comments use a leading /* on a separate line",
                   FormatComment(view.hunk, view.line));
    }
}

void CheckBefore42(const LineView &view, const Report &report)
{
    CheckWhole(view, " \t", report);
}

void CheckBefore72(const LineView &view, const Report &report)
{
    CheckWhole(view, " \t)}", report);
}

void Check(const LineView &view, const Report &report)
{
    if (HasTextBehindOpener(WithoutWholeComments(view.raw))) {
        report.Add(view, view.raw.rfind("/*"),
                   "Block comments use a leading /* on a separate line",
                   FormatComment(view.hunk, view.line));
    }
}

constexpr RulePast kPast[] = {
    {.until = 40200, .check_line = CheckBefore42},
    {.until = 70200, .check_line = CheckBefore72},
};

}  // namespace

extern const Rule kBlockCommentLeading{
    .name = "block-comment-leading",
    .level = StyleLevel::kWarning,
    .gate = Gate::kC,
    .needs = "/*",
    .summary = "The opener of a block comment has its line for itself.",
    .bad = "/* first\n"
           " * second\n"
           " */\n",
    .good = "/*\n"
            " * first\n"
            " * second\n"
            " */\n",
    .source = "53a3b83259",
    .since = 40000,
    .past = kPast,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
