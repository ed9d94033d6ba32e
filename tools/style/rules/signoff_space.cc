#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        if (!line.is_signoff) {
            continue;
        }
        size_t behind = line.text.find(':') + 1;
        if (behind < line.text.size() && !IsSpace(line.text[behind])) {
            std::string text(line.text);
            text.insert(behind, 1, ' ');
            report.AddAt(line.index, "space required after Signed-off-by:",
                         Edit{{{line.index, {text}}}, {}, {}});
        }
    }
}

}  // namespace

extern const Rule kSignoffSpace{
    .name = "signoff-space",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "A blank stands behind Signed-off-by.",
    .bad = "Signed-off-by:A Developer <developer@example.org>\n",
    .good = "Signed-off-by: A Developer <developer@example.org>\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .has_fix = true,
    .check_patch = Check,
};

}  // namespace laio::style
