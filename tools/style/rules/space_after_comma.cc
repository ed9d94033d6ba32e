#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

constexpr std::string_view kOperatorBytes = "<>=!~&|,^+-*/%?:;";

bool IsOperator(char c)
{
    return kOperatorBytes.find(c) != kOperatorBytes.npos;
}

// What touches the comma: Edge of the line, White space, Comment, Bracket,
// another Operator, or a Value.
char Before(std::string_view code, size_t comma)
{
    char c = code[comma - 1];
    if (comma == 1 || IsOperator(c)) {
        return comma == 1 ? 'E' : 'O';
    }
    if (Trim(code.substr(1, comma - 1)).empty()) {
        return 'E';
    }
    if (IsSpace(c)) {
        return 'W';
    }
    return c == kCommentByte ? 'C' : c == '(' || c == '[' ? 'B' : 'V';
}

char After(std::string_view code, size_t comma)
{
    std::string_view rest = code.substr(comma + 1);
    if (rest.empty() || Trim(rest) == "\\") {
        return 'E';
    }
    char c = rest[0];
    if (IsOperator(c)) {
        return 'O';
    }
    if (IsSpace(c)) {
        return 'W';
    }
    return c == kCommentByte ? 'C' : c == ')' || c == ']' ? 'B' : 'V';
}

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    std::string_view code = view.code.substr(0, view.code.find("//"));
    for (size_t comma = code.find(',', 1); comma != code.npos;
         comma = code.find(',', comma + 1)) {
        char after = After(code, comma);
        bool closes = code.substr(comma + 1, 1) == "}" ||
                      code.substr(comma - 1, 3) == "},{";
        if (after == 'E' || after == 'W' || after == 'C' || closes) {
            continue;
        }
        std::string message = "space required after that ',' (ctx:";
        message += {Before(code, comma), 'x', after, ')'};
        report.Add(view, comma, std::move(message),
                   ReplaceInLine(view, comma, 1, ", "));
    }
}

}  // namespace

extern const Rule kSpaceAfterComma{
    .name = "space-after-comma",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A comma is followed by a blank.",
    .bad = "    move(x,y);\n",
    .good = "    move(x, y);\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
