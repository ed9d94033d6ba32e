#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindCall(view.bare, "qemu_bh_new");
    if (column != kNone &&
        view.hunk.path.find("/hw/") != std::string::npos) {
        report.Add(view, column,
                   "use qemu_bh_new_guarded() instead of qemu_bh_new() to "
                   "avoid "
                   "reentrancy problems");
    }
}

}  // namespace

extern const Rule kUnguardedBh{
    .name = "unguarded-bh",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "qemu_bh_new",
    .summary = "Devices guard their bottom halves against being entered again.",
    .bad = "    bh = qemu_bh_new(run, s);\n",
    .good = "    bh = qemu_bh_new_guarded(run, s, &guard);\n",
    .source = "ef56ffbdd6",
    .since = 80100,
    .check_line = Check,
};

}  // namespace laio::style
