#include "tools/style/rules/break_line.h"
#include "tools/style/rules/line_length.h"

namespace laio::style {
namespace {

template <size_t (*Length)(const LineView &)>
void Check(const LineView &view, const Report &report)
{
    if (Length(view) > 90) {
        report.Add(view, view.raw.size() - 1, "line over 90 characters",
                   BreakLine(view));
    }
}

constexpr RulePast kPast[] = {
    {.until = 21200, .check_line = Check<JudgedLengthOfUrl>},
};

}  // namespace

extern const Rule kLineOver90{
    .name = "line-over-90",
    .level = StyleLevel::kError,
    .gate = Gate::kSource,
    .summary = "Lines of more than 90 columns must be broken.",
    .bad = "    report(the_first_argument, the_second_argument, "
           "the_third_argument, a_fourth, fifth_one);\n",
    .good = "    report(the_first_argument, the_second_argument,\n"
            "           the_third_argument, a_fourth, fifth_one);\n",
    .source = "8fbe3d1fcf",
    .since = 20700,
    .past = kPast,
    .has_fix = true,
    .check_line = Check<JudgedLength>,
};

}  // namespace laio::style
