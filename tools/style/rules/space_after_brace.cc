#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    for (size_t at = view.bare.find('}'); at != kNone;
         at = view.bare.find('}', at + 1)) {
        if (at + 1 < view.bare.size() && !IsSpace(view.bare[at + 1]) &&
            std::string_view(",;)").find(view.bare[at + 1]) == kNone) {
            report.Add(view, at,
                       "space required after that close brace '}'",
                       ReplaceInLine(view, at + 1, 0, " "));
            return;
        }
    }
}

}  // namespace

extern const Rule kSpaceAfterBrace{
    .name = "space-after-brace",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "}",
    .summary = "A blank stands behind a closing brace.",
    .bad = "    }else {\n",
    .good = "    } else {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
