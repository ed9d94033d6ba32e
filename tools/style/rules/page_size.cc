#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Before 7.1 it was a variable (8e3b0cbb72).
template <bool kIsFunction>
void Check(const LineView &view, const Report &report)
{
    for (std::string_view call :
         {"getpagesize()", "sysconf(_SC_PAGESIZE)"}) {
        size_t column = FindStart(view.bare, call);
        if (column != kNone) {
            report.Add(view, column,
                       std::string("use qemu_real_host_page_size") +
                           (kIsFunction ? "()" : "") + " instead of " +
                           std::string(call));
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 70100, .check_line = Check<false>},
};

}  // namespace

extern const Rule kPageSize{
    .name = "page-size",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "getpagesize() sysconf(",
    .summary = "The page size of the host has one name.",
    .bad = "    n = getpagesize();\n",
    .good = "    n = qemu_real_host_page_size();\n",
    .source = "e31db8aabe",
    .since = 40200,
    .past = kPast,
    .check_line = Check<true>,
};

}  // namespace laio::style
