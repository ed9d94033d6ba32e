#include "tools/style/rule.h"
#include "tools/style/rules/nearby_comment.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

size_t FindBarrier(std::string_view code)
{
    size_t first = kNone;
    for (std::string_view name :
         {"smp_mb(", "smp_rmb(", "smp_wmb(", "smp_read_barrier_depends("}) {
        first = std::min(first, FindStart(code, name));
    }
    return first;
}

void Check(const LineView &view, const Report &report)
{
    size_t barrier = FindBarrier(view.bare);
    if (barrier != kNone && !HasNearbyComment(view.hunk, view.line)) {
        report.Add(view, barrier, "memory barrier without comment");
    }
}

}  // namespace

extern const Rule kMemoryBarrierComment{
    .name = "memory-barrier-comment",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "smp_",
    .summary = "A memory barrier says what it orders, and with whom it pairs.",
    .bad = "    smp_rmb();\n",
    .good = "    /* read tail before the events; pairs with the kernel */\n"
            "    smp_rmb();\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
