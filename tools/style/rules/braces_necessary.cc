#include "tools/style/rules/arms.h"

namespace laio::style {
namespace {

void Check(const HunkView &hunk, const Report &report)
{
    for (const MissingBraces &missing : hunk.Shared(FindMissingBraces)) {
        if (missing.all_arms) {
            report.Add(hunk, missing.line, missing.column,
                       "braces {} are necessary for all arms of this "
                       "statement",
                       missing.edit);
        }
    }
}

}  // namespace

extern const Rule kBracesNecessary{
    .name = "braces-necessary",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "if, else, for and while have braces around their bodies.",
    .bad = "    if (!ring)\n"
           "        return;\n",
    .good = "    if (!ring) {\n"
            "        return;\n"
            "    }\n",
    .source = "053e45d2f3",
    .has_fix = true,
    .check_hunk = Check,
};

}  // namespace laio::style
