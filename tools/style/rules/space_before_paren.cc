#include "tools/style/rule.h"
#include "tools/style/rules/return_value.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr std::string_view kMessage =
    "space required before the open parenthesis '('";

// Where a keyword is glued to its parenthesis, or npos.
size_t GluedParen(std::string_view code)
{
    size_t first = kNone;
    for (std::string_view keyword : {"if(", "for(", "while(", "switch("}) {
        size_t at = FindStart(code, keyword);
        if (at != kNone) {
            first = std::min(first, at + keyword.size() - 1);
        }
    }
    return first;
}

// Mends all keywords of the line at once.
Edit Fix(const LineView &view)
{
    std::string line(view.raw);
    size_t added = 0;
    for (size_t pos = 1; pos < view.bare.size();) {
        size_t at = GluedParen(view.bare.substr(pos));
        if (at == kNone) {
            break;
        }
        pos += at;
        line.insert(pos + added++, " ");
        ++pos;
    }
    Edit edit;
    edit.changes.push_back({view.line, {std::move(line)}});
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    ReturnValue value = ReadReturn(view.StatementText());
    if (value.is_parenthesised && value.is_glued &&
        !(value.is_one_value && EndsWith(view.bare, ";"))) {
        size_t paren = view.bare.find('(');
        report.Add(view, std::min(paren, view.bare.size()),
                   std::string(kMessage),
                   paren == kNone
                       ? std::nullopt
                       : std::optional(ReplaceInLine(view, paren, 0, " ")));
    }
    size_t paren = GluedParen(view.bare);
    if (paren != kNone) {
        report.Add(view, paren, std::string(kMessage), Fix(view));
    }
}

}  // namespace

extern const Rule kSpaceBeforeParen{
    .name = "space-before-paren",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "return if( for( while( switch(",
    .summary = "if, for, while, switch and return are no functions: a blank "
               "before the parenthesis.",
    .bad = "    if(x) {\n",
    .good = "    if (x) {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
