#include "tools/style/rules/arms.h"

namespace laio::style {
namespace {

template <FindBraces *kFind>
void Check(const HunkView &hunk, const Report &report)
{
    ReportMissingBraces(hunk, kFind, false,
                        "braces {} are necessary even for single statement "
                        "blocks",
                        report);
}

constexpr RulePast kPast[] = {
    {.until = 21200, .check_hunk = Check<FindMissingBracesOfIf>},
};

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
    .warning_until = 20700,
    .past = kPast,
    .has_fix = true,
    .check_hunk = Check<FindMissingBraces>,
};

}  // namespace laio::style
