#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

template <bool kDoubles>
void Check(const LineView &view, const Report &report)
{
    for (size_t at = FindStart(view.bare, "strto"); at != kNone;
         at = FindStart(view.bare, "strto", at + 1)) {
        size_t next = at + 5;
        if (next >= view.bare.size() || view.bare[next] == 'k' ||
            (!kDoubles && view.bare[next] == 'd')) {
            continue;
        }
        size_t open = view.bare.find('(', next + 1);
        if (open == kNone) {
            return;
        }
        std::string call(TrimRight(view.bare.substr(at, open - at)));
        if (call.size() < 6) {
            call = view.bare.substr(at, 6);
        }
        report.Add(view, at,
                   "consider using qemu_" + call + " in preference to " +
                       call);
        return;
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700, .check_line = Check<true>},  // 01fb8e192d
};

}  // namespace

extern const Rule kStrto{
    .name = "strto",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "strto",
    .summary = "Numbers are read with qemu_strto...(), which tells errors.",
    .bad = "    n = strtol(s, NULL, 0);\n",
    .good = "    error = qemu_strtol(s, NULL, 0, &n);\n",
    .source = "1ec3f6f9ab",
    .since = 20500,
    .warning_until = 20700,
    .past = kPast,
    .check_line = Check<false>,
};

}  // namespace laio::style
