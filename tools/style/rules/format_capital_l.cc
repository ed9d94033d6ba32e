#include "tools/style/rule.h"
#include "tools/style/rules/strings.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!Contains(view.raw, "%")) {
        return;
    }
    for (const StringPart &part : StringsOf(view)) {
        size_t at = CapitalL(part.text);
        if (at != kNone) {
            report.Add(view, part.column + at,
                       "%Ld/%Lu are not-standard C, use %lld/%llu");
        }
    }
}

}  // namespace

extern const Rule kFormatCapitalL{
    .name = "format-capital-l",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "%",
    .summary = "long long is printed with %lld.",
    .bad = "    printf(\"%Ld\", x);\n",
    .good = "    printf(\"%lld\", x);\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
