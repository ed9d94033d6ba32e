#include "tools/style/rules/arms.h"

namespace laio::style {
namespace {

void Check(const HunkView &hunk, const Report &report)
{
    for (const MissingBraces &missing : hunk.Shared(FindMissingBraces)) {
        if (!missing.all_arms) {
            report.Add(hunk, missing.line, missing.column,
                       "braces {} are necessary even for single statement "
                       "blocks",
                       missing.edit);
        }
    }
}

}  // namespace

extern const Rule kBracesSingleStatement{
    .name = "braces-single-statement",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "An else needs braces even when its if is out of sight.",
    .bad = "    }\n"
           "    else\n"
           "        stop();\n",
    .good = "    } else {\n"
            "        stop();\n"
            "    }\n",
    .source = "dfe7053a34",
    .has_fix = true,
    .check_hunk = Check,
};

}  // namespace laio::style
