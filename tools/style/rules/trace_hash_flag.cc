#include "tools/style/rule.h"
#include "tools/style/rules/trace_format.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!EndsWith(view.hunk.path, "trace-events")) {
        return;
    }
    size_t column = HashFlag(view.raw);
    if (column != kNone) {
        report.Add(view, column,
                   "Don't use '#' flag of printf format ('%#') in "
                   "trace-events, use '0x' prefix instead");
    }
}

}  // namespace

extern const Rule kTraceHashFlag{
    .name = "trace-hash-flag",
    .level = StyleLevel::kError,
    .gate = Gate::kAny,
    .needs = "%",
    .summary = "Trace events write 0x themselves.",
    .bad = "x(int a) \"%#x\"\n",
    .good = "x(int a) \"0x%x\"\n",
    .source = "c3e5875afc",
    .since = 21000,
    .check_line = Check,
};

}  // namespace laio::style
