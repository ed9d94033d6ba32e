#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    for (std::string_view call :
         {"getpagesize()", "sysconf(_SC_PAGESIZE)"}) {
        size_t column = FindStart(view.bare, call);
        if (column != kNone) {
            report.Add(view, column,
                       "use qemu_real_host_page_size() instead of " +
                           std::string(call));
        }
    }
}

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
    .check_line = Check,
};

}  // namespace laio::style
