#include "tools/style/chars.h"
#include "tools/style/rule.h"
#include "tools/style/rules/comment_block.h"

namespace laio::style {
namespace {

// The column of the star that the next line's star goes under.
size_t StarColumn(std::string_view raw)
{
    size_t start = raw.find_first_not_of(" \t", 1);
    bool opens = start != raw.npos && raw.substr(start, 2) == "/*";
    size_t star = opens                 ? start + 1
                  : StartsWithStar(raw) ? start
                                        : raw.rfind('*');
    return ColumnsOf(raw.substr(1, star - 1));
}

bool ContinuesComment(const LineView &view)
{
    size_t last = view.previous_code.find_last_not_of(" \t");
    if (view.previous_raw.empty() || view.previous_raw[0] != '+' ||
        last == view.previous_code.npos ||
        view.previous_code[last] != kCommentByte) {
        return false;
    }
    size_t first = view.code.find_first_not_of(" \t", 1);
    bool is_comment = first != view.code.npos &&
                      view.code[first] == kCommentByte;
    return is_comment && StartsWithStar(view.raw) &&
           (PreviousOpensComment(view) || StartsWithStar(view.previous_raw));
}

std::optional<Edit> Fix(const LineView &view, size_t column)
{
    if (FindCommentBlock(view.hunk, view.line)) {
        if (auto edit = FormatComment(view.hunk, view.line)) {
            return edit;
        }
    }
    size_t star = view.raw.find('*');
    return ReplaceInLine(view, 1, star - 1, std::string(column, ' '));
}

void Check(const LineView &view, const Report &report)
{
    if (!ContinuesComment(view)) {
        return;
    }
    size_t above = StarColumn(view.previous_raw);
    if (above != StarColumn(view.raw)) {
        report.Add(view, view.raw.find('*'),
                   "Block comments should align the * on each line",
                   Fix(view, above));
    }
}

}  // namespace

extern const Rule kBlockCommentAlign{
    .name = "block-comment-align",
    .level = StyleLevel::kWarning,
    .gate = Gate::kC,
    .needs = "*",
    .summary = "The stars of a block comment stand in one column.",
    .bad = "/*\n"
           "  * text\n"
           " */\n",
    .good = "/*\n"
            " * text\n"
            " */\n",
    .source = "8c06fbdf36",
    .since = 40000,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
