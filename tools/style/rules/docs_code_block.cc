#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    bool blank = view.raw.size() > 1 &&
                 SkipSpace(view.raw, 1) == view.raw.size();
    if (IsDocumentation(view.hunk.path) && blank && view.raw != "+    " &&
        !Contains(view.code, "\r")) {
        report.Add(view, 1,
                   "code blocks in documentation should have empty lines "
                   "with exactly 4 columns of whitespace",
                   ReplaceInLine(view, 1, view.raw.size() - 1, "    "));
    }
}

}  // namespace

extern const Rule kDocsCodeBlock{
    .name = "docs-code-block",
    .level = StyleLevel::kError,
    .gate = Gate::kAny,
    .summary = "A blank line in a code block of the documentation has four "
               "blanks.",
    .bad = "  \n",
    .good = "    \n",
    .source = "0cebabd5e8",
    .since = 20800,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
