#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    if (view.patch.hunks.empty() && !view.patch.has_rename) {
        return;
    }
    for (const HeaderLine &line : view.lines) {
        if (line.is_signoff) {
            return;
        }
    }
    report.AddToPatch("Missing Signed-off-by: line(s)");
}

}  // namespace

extern const Rule kMissingSignoff{
    .name = "missing-signoff",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "A patch is signed off by its author.",
    .bad = "Subject: [PATCH] block: a change\n",
    .good = "Signed-off-by: A Developer <developer@example.org>\n",
    .source = "1ec3f6f9ab",
    .asks_for_signoff = true,
    .check_patch = Check,
};

}  // namespace laio::style
