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
        size_t at = HashOfFormat(part.text);
        if (at != kNone) {
            report.Add(view, part.column + at,
                       "Don't use '#' flag of printf format ('%#') in "
                       "format strings, use '0x' prefix instead");
        }
    }
}

}  // namespace

extern const Rule kFormatHashFlag{
    .name = "format-hash-flag",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "%",
    .summary = "Formats write 0x themselves.",
    .bad = "    printf(\"%#x\", x);\n",
    .good = "    printf(\"0x%x\", x);\n",
    .source = "bfac6d1933",
    .since = 50200,
    .check_line = Check,
};

}  // namespace laio::style
