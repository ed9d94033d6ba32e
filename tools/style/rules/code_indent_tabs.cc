#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

// Elsewhere than in C a TAB may mean something that blanks do not.
std::optional<Edit> Fix(const LineView &view)
{
    if (GateOf(view.hunk.path) != Gate::kC) {
        return std::nullopt;
    }
    std::string_view text = view.raw.substr(1);
    return ReplaceInLine(view, 1, text.size(), ExpandTabs(text));
}

void Check(const LineView &view, const Report &report)
{
    size_t tab = view.raw.find('\t');
    if (tab != view.raw.npos) {
        report.Add(view, tab, "code indent should never use tabs",
                   Fix(view));
    }
}

}  // namespace

extern const Rule kCodeIndentTabs{
    .name = "code-indent-tabs",
    .level = StyleLevel::kError,
    .gate = Gate::kScript,
    .needs = "\t",
    .summary = "Blanks, never TABs, anywhere in a line.",
    .bad = "\tx = 1;\n",
    .good = "        x = 1;\n",
    .source = "906fb135e4",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
