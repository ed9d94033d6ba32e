#include "tools/style/rule.h"
#include "tools/style/rules/utf8.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        bool added = StartsWith(line.text, "+") &&
                     !StartsWith(line.text, "+++ ");
        if ((added || line.path.empty()) &&
            FirstInvalid(line.text) != kNone) {
            report.AddAt(line.index,
                         "Invalid UTF-8, patch and commit message should be "
                         "encoded in UTF-8");
        }
    }
}

}  // namespace

extern const Rule kInvalidUtf8{
    .name = "invalid-utf8",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Text is UTF-8.",
    .bad = "    puts(\"\xff\");\n",
    .good = "    puts(\"A\");\n",
    .source = "1a6fad0c3b",
    .reads_files = true,
    .check_patch = Check,
};

}  // namespace laio::style
