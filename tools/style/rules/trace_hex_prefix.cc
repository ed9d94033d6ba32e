#include "tools/style/rule.h"
#include "tools/style/rules/trace_format.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!EndsWith(view.hunk.path, "trace-events") ||
        HashFlag(view.raw) != kNone) {
        return;
    }
    size_t column = UnprefixedHex(view.raw);
    if (column != kNone) {
        report.Add(view, column, "Hex numbers must be prefixed with '0x'");
    }
}

}  // namespace

extern const Rule kTraceHexPrefix{
    .name = "trace-hex-prefix",
    .level = StyleLevel::kError,
    .gate = Gate::kAny,
    .needs = "%",
    .summary = "Hexadecimal numbers in traces start with 0x.",
    .bad = "x(int a) \"%x\"\n",
    .good = "x(int a) \"0x%x\"\n",
    .source = "c3e5875afc",
    .since = 21000,
    .check_line = Check,
};

}  // namespace laio::style
