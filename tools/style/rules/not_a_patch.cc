#include "tools/style/rule.h"

namespace laio::style {
namespace {

template <bool kRenamesDo>
void Check(const PatchView &view, const Report &report)
{
    const PatchText &patch = view.patch;
    bool has_rename = kRenamesDo && patch.has_rename;
    if (patch.hunks.empty() && !has_rename && !patch.lines.empty()) {
        report.AddToPatch("Does not appear to be a unified-diff format "
                          "patch");
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700, .check_patch = Check<false>},
};

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
    .past = kPast,
    .check_patch = Check<true>,
};

}  // namespace laio::style
