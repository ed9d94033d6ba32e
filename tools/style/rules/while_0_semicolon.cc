#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    for (size_t at = view.code.find("while"); at != kNone;
         at = view.code.find("while", at + 1)) {
        size_t open = SkipSpace(view.code, at + 5);
        if (At(view.code, open, "(0);") || At(view.code, open, "(false);")) {
            report.Add(view, at, "suspicious ; after while (0)");
            return;
        }
    }
}

}  // namespace

extern const Rule kWhile0Semicolon{
    .name = "while-0-semicolon",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "while",
    .summary = "do ... while (0) in a macro leaves the semicolon to its user.",
    .bad = "} while (0);\n",
    .good = "} while (0)\n",
    .source = "f4bdc13e49",
    .since = 21200,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
