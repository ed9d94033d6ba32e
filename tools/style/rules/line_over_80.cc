#include "tools/style/rules/break_line.h"
#include "tools/style/rules/line_length.h"

namespace laio::style {
namespace {

template <size_t (*Length)(const LineView &), size_t kMost>
void Check(const LineView &view, const Report &report)
{
    size_t length = Length(view);
    if (length > 80 && length <= kMost) {
        report.Add(view, view.raw.size() - 1, "line over 80 characters",
                   BreakLine(view));
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700, .check_line = Check<JudgedLengthOfUrl, -1ul>},
    {.until = 21200, .check_line = Check<JudgedLengthOfUrl, 90>},
};

}  // namespace

extern const Rule kLineOver80{
    .name = "line-over-80",
    .level = StyleLevel::kWarning,
    .gate = Gate::kSource,
    .summary = "Lines of 81 to 90 columns are best broken.",
    .bad = "    report(the_first_argument, the_second_argument, "
           "the_third_argument, a_fourth);\n",
    .good = "    report(the_first_argument, the_second_argument,\n"
            "           the_third_argument, a_fourth);\n",
    .source = "8fbe3d1fcf",
    .until = 110000,
    .past = kPast,
    .has_fix = true,
    .check_line = Check<JudgedLength, 90>,
};

}  // namespace laio::style
