#include "tools/style/chars.h"
#include "tools/style/rule.h"
#include "tools/style/rules/return_value.h"

namespace laio::style {
namespace {

// Whether the first parenthesis is closed by the last byte. Literals do not
// matter: the masked text is looked at.
bool IsEnclosed(std::string_view code)
{
    if (!StartsWith(code, "(")) {
        return false;
    }
    int level = 0;
    for (size_t i = 0; i < code.size(); ++i) {
        level += code[i] == '(';
        level -= code[i] == ')';
        if (level == 0) {
            return i + 1 == code.size();
        }
    }
    return false;
}

// Takes away every pair around the whole value.
std::optional<Edit> Fix(const LineView &view, const ReturnValue &value)
{
    size_t begin = value.open;
    size_t end = value.close + 1;
    Edit edit;
    while (IsEnclosed(view.code.substr(begin, end - begin))) {
        begin = SkipSpace(view.code, begin + 1);
        end = TrimRight(view.code.substr(0, end - 1)).size();
        edit.removed_tokens.insert(edit.removed_tokens.end(), {"(", ")"});
    }
    if (end <= begin || edit.removed_tokens.empty()) {
        return std::nullopt;
    }
    std::string line(view.raw.substr(0, value.open));
    line += value.is_glued ? " " : "";
    line += view.raw.substr(begin, end - begin);
    line += view.raw.substr(value.close + 1);
    edit.changes.push_back({view.line, {std::move(line)}});
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    ReturnValue value = ReadReturn(view.code);
    if (view.added && value.is_parenthesised && value.is_one_value) {
        report.Add(view, value.open,
                   "return is not a function, parentheses are not required",
                   Fix(view, value));
    }
}

}  // namespace

extern const Rule kReturnParentheses{
    .name = "return-parentheses",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A returned value needs no parentheses, unless it compares.",
    .bad = "    return (size);\n",
    .good = "    return size;\n",
    .source = "c20b139620",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
