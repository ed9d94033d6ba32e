#include "tools/style/rule.h"
#include "tools/style/rules/prototype.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `extern` and a blank, or the end of the line.
bool IsExtern(std::string_view code)
{
    size_t word = SkipSpace(code, 1);
    return At(code, word, "extern") &&
           (word + 6 == code.size() || IsSpace(code[word + 6]));
}

void Check(const LineView &view, const Report &report)
{
    if (!EndsWith(view.hunk.path, ".c") ||
        SkipSpace(view.code, 1) == view.code.size()) {
        return;
    }
    std::string_view body = view.Body();
    bool is_declaration = At(body, SkipSpace(body, 0), ";");
    if (!is_declaration && !IsExtern(view.code)) {
        return;
    }
    Prototype prototype = ReadPrototype(view);
    bool wrong = prototype.found ? is_declaration &&
                                       prototype.name != "uninitialized_var"
                                 : IsExtern(view.code);
    if (wrong) {
        report.Add(view, SkipSpace(view.bare, 1),
                   "externs should be avoided in .c files");
    }
}

}  // namespace

extern const Rule kNoExternInC{
    .name = "no-extern-in-c",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "Declarations of what other files define belong into headers.",
    .bad = "extern int f(void);\n",
    .good = "",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
