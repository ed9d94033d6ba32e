#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t quote = view.raw.find('"');
    size_t last = view.raw.rfind("\\n");
    while (quote != kNone && last != kNone && last > quote + 1) {
        if (IsSpace(view.raw[last - 1])) {
            report.Add(view, last - 1,
                       "unnecessary whitespace before a quoted newline");
            return;
        }
        last = view.raw.rfind("\\n", last - 1);
    }
}

}  // namespace

extern const Rule kBlankBeforeNewline{
    .name = "blank-before-newline",
    .level = StyleLevel::kError,
    .gate = Gate::kSource,
    .needs = "\\n",
    .summary = "No blank stands before a newline in a string.",
    .bad = "    puts(\"a \\n\");\n",
    .good = "    puts(\"a\\n\");\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
