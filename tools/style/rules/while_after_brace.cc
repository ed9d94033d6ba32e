#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    size_t word = SkipSpace(view.bare, 1);
    if (!EndsWith(TrimRight(view.previous_code), "}") ||
        !At(view.bare, word, "while") ||
        IndentOf(view.previous_raw) != IndentOf(view.raw)) {
        return;
    }
    std::string_view body = view.Body();
    body = body.substr(0, body.find('\n'));
    if (At(body, SkipSpace(body, 0), ";")) {
        report.Add(view, word, "while should follow close brace '}'");
    }
}

}  // namespace

extern const Rule kWhileAfterBrace{
    .name = "while-after-brace",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "while",
    .summary = "The while of a loop follows its closing brace.",
    .bad = "    }\n"
           "    while (x);\n",
    .good = "    } while (x);\n",
    .source = "1ec3f6f9ab",
    .check_line = Check,
};

}  // namespace laio::style
