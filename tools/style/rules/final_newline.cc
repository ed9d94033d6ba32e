#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    const PatchText &patch = view.hunk.patch;
    size_t next = view.hunk.patch_index[view.line] + 1;
    if (next < patch.lines.size() &&
        StartsWith(patch.lines[next].raw,
                   "\\ No newline at end of file")) {
        size_t index = view.hunk.patch_index[view.line];
        report.AddAt(index, "adding a line without newline at end of file",
                     Edit{{{next, {}}}, {}, {}});
    }
}

}  // namespace

extern const Rule kFinalNewline{
    .name = "final-newline",
    .level = StyleLevel::kError,
    .gate = Gate::kSource,
    .summary = "A file ends in a newline.",
    .bad = "    return;\n"
           "\\ No newline at end of file\n",
    .good = "    return;\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
