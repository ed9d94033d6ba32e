#include "tools/style/rule.h"
#include "tools/style/rules/comment_block.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (PreviousOpensComment(view) &&
        !StartsWithStar(view.raw)) {
        report.Add(view, 1, "Block comments use * on subsequent lines",
                   FormatComment(view.hunk, view.line));
    }
}

}  // namespace

extern const Rule kBlockCommentStar{
    .name = "block-comment-star",
    .level = StyleLevel::kWarning,
    .gate = Gate::kC,
    .summary = "Each line of a block comment starts with a star.",
    .bad = "/*\n"
           "   text\n"
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
