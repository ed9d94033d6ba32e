#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        size_t tag = SkipSpace(line.text, 0);
        if (line.is_signoff &&
            !At(line.text, tag, "Signed-off-by:")) {
            std::string text(line.text);
            text.replace(tag, std::string_view("Signed-off-by:").size(),
                         "Signed-off-by:");
            report.AddAt(line.index,
                         "The correct form is \"Signed-off-by\"",
                         Edit{{{line.index, {text}}}, {}, {}});
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700, .message = "Signed-off-by: is the preferred form"},
};

}  // namespace

extern const Rule kSignoffCase{
    .name = "signoff-case",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "The tag is written Signed-off-by.",
    .bad = "signed-off-by: A Developer <developer@example.org>\n",
    .good = "Signed-off-by: A Developer <developer@example.org>\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .past = kPast,
    .has_fix = true,
    .check_patch = Check,
};

}  // namespace laio::style
