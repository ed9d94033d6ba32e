#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = view.code.find('\r', 1);
    if (column == kNone) {
        return;
    }
    std::optional<Edit> edit;
    std::string_view kept = TrimRight(view.raw);
    if (view.raw.find('\r') >= kept.size()) {
        edit = ReplaceInLine(view, kept.size(),
                             view.raw.size() - kept.size(), "");
    }
    report.Add(view, column, "DOS line endings", std::move(edit));
}

}  // namespace

extern const Rule kDosLineEndings{
    .name = "dos-line-endings",
    .level = StyleLevel::kError,
    .gate = Gate::kAny,
    .needs = "\r",
    .summary = "Lines end in a newline alone.",
    .bad = "    x = 1;\r\n",
    .good = "    x = 1;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
