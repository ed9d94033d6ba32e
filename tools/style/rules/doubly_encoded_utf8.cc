#include "tools/style/rule.h"
#include "tools/style/rules/utf8.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const PatchView &view, const Report &report)
{
    if (view.patch.text->find('\xc3') == std::string::npos) {
        return;
    }
    for (size_t i = 0; i < view.patch.lines.size(); ++i) {
        if (DoublyEncoded(view.patch.lines[i].raw) != kNone) {
            report.AddAt(i, "Doubly-encoded UTF-8");
        }
    }
}

}  // namespace

extern const Rule kDoublyEncodedUtf8{
    .name = "doubly-encoded-utf8",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Text is encoded once.",
    .bad = "/* \xc3\x83\xc2\xa4 */\n",
    .good = "/* \xc3\xa4 */\n",
    .source = "874acb6f83",
    .since = 40100,
    .reads_files = true,
    .check_patch = Check,
};

}  // namespace laio::style
