#include "tools/style/rule.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    const PatchText &patch = view.patch;
    if (patch.hunks.empty() && !patch.has_rename && !patch.lines.empty()) {
        report.AddToPatch("Does not appear to be a unified-diff format "
                          "patch");
    }
}

}  // namespace

extern const Rule kNotAPatch{
    .name = "not-a-patch",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "What is checked as a patch has a hunk or a rename in it.",
    .bad = "just some words\n",
    .good = "@@ -1 +1 @@\n"
            "-old\n"
            "+new\n",
    .source = "f8dccbb634",
    .check_patch = Check,
};

}  // namespace laio::style
