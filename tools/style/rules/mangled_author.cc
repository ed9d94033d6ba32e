#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        if (!StartsWith(line.text, "From: ") &&
            !StartsWith(line.text, "Author: ")) {
            continue;
        }
        size_t via = line.text.find(" via ", line.text.find(' ') + 1);
        if (via != kNone &&
            line.text.find("<qemu-devel@nongnu.org>", via + 5) != kNone) {
            report.AddAt(line.index,
                         "Author email address is mangled by the mailing "
                         "list");
        }
    }
}

}  // namespace

extern const Rule kMangledAuthor{
    .name = "mangled-author",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "The author is a person and not the list.",
    .bad = "From: A Developer via <qemu-devel@nongnu.org>\n",
    .good = "From: A Developer <developer@example.org>\n",
    .source = "f5177798d8",
    .since = 30100,
    .check_patch = Check,
};

}  // namespace laio::style
