#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

template <bool kRenamesDo>
void Check(const PatchView &view, const Report &report)
{
    bool has_rename = kRenamesDo && view.patch.has_rename;
    if (view.patch.hunks.empty() && !has_rename) {
        return;
    }
    for (const HeaderLine &line : view.lines) {
        if (line.is_signoff) {
            return;
        }
    }
    report.AddToPatch("Missing Signed-off-by: line(s)");
}

constexpr RulePast kPast[] = {
    {.until = 20700, .check_patch = Check<false>},  // f8dccbb634
};

}  // namespace

extern const Rule kMissingSignoff{
    .name = "missing-signoff",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "A patch is signed off by its author.",
    .bad = "Subject: [PATCH] block: a change\n",
    .good = "Signed-off-by: A Developer <developer@example.org>\n",
    .source = "1ec3f6f9ab",
    .past = kPast,
    .asks_for_signoff = true,
    .check_patch = Check<true>,
};

}  // namespace laio::style
