#include <algorithm>

#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsOfDevice(const LineView &view)
{
    return view.hunk.path.find("/hw/") != std::string::npos;
}

void CheckBefore102(const LineView &view, const Report &report)
{
    size_t column = FindCall(view.bare, "qemu_bh_new");
    if (column != kNone && IsOfDevice(view)) {
        report.Add(view, column,
                   "use qemu_bh_new_guarded() instead of qemu_bh_new() to "
                   "avoid reentrancy problems");
    }
}

void Check(const LineView &view, const Report &report)
{
    size_t column = std::min(FindCall(view.bare, "qemu_bh_new"),
                             FindCall(view.bare, "qemu_bh_new_guarded"));
    if (column != kNone && IsOfDevice(view)) {
        report.Add(view, column,
                   "use aio_bh_new_guarded() instead of qemu_bh_new*() to "
                   "avoid reentrancy problems");
    }
}

constexpr RulePast kPast[] = {
    {.until = 100200, .check_line = CheckBefore102},
};

}  // namespace

extern const Rule kUnguardedBh{
    .name = "unguarded-bh",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "qemu_bh_new",
    .summary = "Devices guard their bottom halves against being entered again.",
    .bad = "    bh = qemu_bh_new(run, s);\n",
    .good = "    bh = aio_bh_new_guarded(ctx, run, s, &guard);\n",
    .source = "21659e726e",
    .since = 80100,
    .past = kPast,
    .check_line = Check,
};

}  // namespace laio::style
