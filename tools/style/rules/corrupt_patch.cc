#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    for (size_t i = 0; i < view.patch.lines.size(); ++i) {
        if (view.patch.lines[i].kind == LineKind::kCorrupt) {
            report.AddAt(i, "patch seems to be corrupt (line wrapped?)");
            return;
        }
    }
}

}  // namespace

extern const Rule kCorruptPatch{
    .name = "corrupt-patch",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Every line of a hunk has its marker.",
    .bad = "@@ -1 +1,2 @@\n"
           " x;\n"
           "y;\n",
    .good = "@@ -1 +1,2 @@\n"
            " x;\n"
            "+y;\n",
    .source = "1ec3f6f9ab",
    .check_patch = Check,
};

}  // namespace laio::style
