#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindAnyWord(view.raw, {"Qemu", "QEmu"});
    if (column != kNone) {
        report.Add(view, column, "use QEMU instead of Qemu or QEmu");
    }
}

}  // namespace

extern const Rule kQemuSpelling{
    .name = "qemu-spelling",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "Qemu QEmu",
    .summary = "QEMU is written in capitals.",
    .bad = "/* Qemu */\n",
    .good = "/* QEMU */\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
