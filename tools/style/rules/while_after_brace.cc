#include "tools/style/rule.h"
#include "tools/style/rules/join_brace.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Whether the brace above closes the body of a `do`, as far as can be seen.
bool EndsDo(const LineView &view)
{
    int depth = 0;
    for (size_t line = view.line; line-- > 0;) {
        std::string_view code = view.hunk.code[line];
        for (size_t pos = code.size(); pos-- > 1;) {
            depth += (code[pos] == '}') - (code[pos] == '{');
            if (depth == 0 && code[pos] == '{') {
                std::string_view before = TrimRight(code.substr(0, pos));
                return FindWord(before, "do") != kNone &&
                       EndsWith(before, "do");
            }
        }
    }
    return true;  // it begins before the hunk
}

void Check(const LineView &view, const Report &report)
{
    size_t word = SkipSpace(view.bare, 1);
    if (!EndsWith(TrimRight(view.previous_code), "}") ||
        !At(view.bare, word, "while") ||
        IndentOf(view.previous_raw) != IndentOf(view.raw)) {
        return;
    }
    std::string_view body = view.Body();
    body = body.substr(0, body.find('\n'));
    if (At(body, SkipSpace(body, 0), ";")) {
        report.Add(view, word, "while should follow close brace '}'",
                   EndsDo(view) ? JoinWithBrace(view) : std::nullopt);
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
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
