#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    std::string_view code = view.bare;
    size_t open = code.find('[');
    while (open != kNone && !(open + 1 < code.size() &&
                              IsSpace(code[open + 1]))) {
        open = code.find('[', open + 1);
    }
    size_t last = code.rfind('[');
    bool ends_open = last != kNone && SkipSpace(code, last + 1) ==
                                          code.size();
    if (open != kNone && !ends_open) {
        report.Add(view, open,
                   "space prohibited after that open square bracket '['",
                   ReplaceInLine(view, open + 1,
                                 SkipSpace(code, open + 1) - open - 1, ""));
    }
    for (size_t close = code.find(']'); close != kNone;
         close = code.find(']', close + 1)) {
        if (IsSpace(code[close - 1])) {
            size_t left = TrimRight(code.substr(0, close)).size();
            report.Add(view, close,
                       "space prohibited before that close square bracket "
                       "']'",
                       left > 1 ? std::optional(ReplaceInLine(
                                      view, left, close - left, ""))
                                : std::nullopt);
            return;
        }
    }
}

}  // namespace

extern const Rule kNoSpaceInsideBracket{
    .name = "no-space-inside-bracket",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "[ ]",
    .summary = "No blank stands inside square brackets.",
    .bad = "    x = a[ 1 ];\n",
    .good = "    x = a[1];\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
