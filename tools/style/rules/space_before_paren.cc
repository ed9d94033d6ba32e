#include "tools/style/chars.h"
#include "tools/style/rule.h"
#include "tools/style/rules/return_value.h"

namespace laio::style {
namespace {

constexpr std::string_view kMessage =
    "space required before the open parenthesis '('";

// Where `keyword(` has its parenthesis, or npos.
size_t GluedParen(std::string_view code,
                  std::initializer_list<std::string_view> keywords)
{
    size_t first = code.npos;
    for (std::string_view keyword : keywords) {
        for (size_t at = FindWord(code, keyword); at != code.npos;
             at = FindWord(code, keyword, at + 1)) {
            size_t end = at + keyword.size();
            if (end < code.size() && code[end] == '(') {
                first = std::min(first, end);
            }
        }
    }
    return first;
}

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    ReturnValue value = ReadReturn(view.code);
    if (value.is_parenthesised && !value.is_one_value && value.is_glued) {
        report.Add(view, value.open, std::string(kMessage),
                   ReplaceInLine(view, value.open, 0, " "));
    } else if (!value.is_parenthesised) {
        size_t paren = GluedParen(view.code, {"return"});
        size_t start = SkipSpace(view.code, 1);
        if (paren != view.code.npos &&
            StartsWith(view.code.substr(start), "return")) {
            report.Add(view, paren, std::string(kMessage),
                       ReplaceInLine(view, paren, 0, " "));
        }
    }
    size_t paren = GluedParen(view.code, {"if", "for", "while", "switch"});
    if (paren != view.code.npos) {
        report.Add(view, paren, std::string(kMessage),
                   ReplaceInLine(view, paren, 0, " "));
    }
}

}  // namespace

extern const Rule kSpaceBeforeParen{
    .name = "space-before-paren",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "if, for, while, switch and return are no functions: a blank "
               "before the parenthesis.",
    .bad = "    if(x) {\n",
    .good = "    if (x) {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
