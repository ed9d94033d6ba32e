#include "tools/style/rules/arms.h"

namespace laio::style {
namespace {

template <FindBraces *kFind>
void Check(const HunkView &hunk, const Report &report)
{
    ReportMissingBraces(hunk, kFind, true,
                        "braces {} are necessary for all arms of this "
                        "statement",
                        report);
}

constexpr RulePast kPast[] = {
    {.until = 21200, .check_hunk = Check<FindMissingBracesOfIf>},
};

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
    .warning_until = 20700,
    .past = kPast,
    .has_fix = true,
    .check_hunk = Check<FindMissingBraces>,
};

}  // namespace laio::style
