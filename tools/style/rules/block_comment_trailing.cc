#include "tools/style/chars.h"
#include "tools/style/rule.h"
#include "tools/style/rules/comment_block.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    std::string_view text = view.raw.substr(
        0, view.raw.find_last_not_of(" \t") + 1);
    if (!EndsWith(text, "*/")) {
        return;
    }
    std::string_view before = text.substr(1, text.size() - 3);
    bool alone = before.find_first_not_of(" \t") == before.npos;
    if (!alone && !Contains(before, "/*") && !EndsWith(before, "*")) {
        report.Add(view, text.size() - 2,
                   "Block comments use a trailing */ on a separate line",
                   FormatComment(view.hunk, view.line));
    }
}

}  // namespace

extern const Rule kBlockCommentTrailing{
    .name = "block-comment-trailing",
    .level = StyleLevel::kWarning,
    .gate = Gate::kC,
    .needs = "*/",
    .summary = "The closer of a block comment has its line for itself.",
    .bad = "/*\n"
           " * text */\n",
    .good = "/*\n"
            " * text\n"
            " */\n",
    .source = "8c06fbdf36",
    .since = 40000,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
