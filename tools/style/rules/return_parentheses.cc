#include "tools/style/rule.h"
#include "tools/style/rules/return_value.h"
#include "tools/style/scan.h"

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
std::optional<Edit> Fix(const LineView &view)
{
    size_t open = view.bare.find('(');
    size_t stop = view.bare.rfind(';');
    if (open == kNone || stop == kNone || stop < open ||
        Trim(view.bare.substr(1, open - 1)) != "return") {
        return std::nullopt;
    }
    size_t begin = open;
    size_t end = TrimRight(view.bare.substr(0, stop)).size();
    size_t behind = end;
    Edit edit;
    while (IsEnclosed(view.bare.substr(begin, end - begin))) {
        begin = SkipSpace(view.bare, begin + 1);
        end = TrimRight(view.bare.substr(0, end - 1)).size();
        edit.removed_tokens.insert(edit.removed_tokens.end(), {"(", ")"});
    }
    if (end <= begin || edit.removed_tokens.empty()) {
        return std::nullopt;
    }
    std::string line(view.raw.substr(0, open));
    line += IsSpace(view.bare[open - 1]) ? "" : " ";
    line += view.raw.substr(begin, end - begin);
    line += view.raw.substr(behind);
    edit.changes.push_back({view.line, {std::move(line)}});
    return edit;
}

template <bool kOnOneLine>
void Check(const LineView &view, const Report &report)
{
    ReturnValue value = ReadReturn(view.StatementText());
    if (value.is_parenthesised && value.is_one_value &&
        (!kOnOneLine || EndsWith(view.bare, ";"))) {
        report.Add(view, SkipSpace(view.bare, 1),
                   "return is not a function, parentheses are not required",
                   Fix(view));
    }
}

constexpr RulePast kPast[] = {
    {.until = 40100, .check_line = Check<false>},
};

}  // namespace

extern const Rule kReturnParentheses{
    .name = "return-parentheses",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "return",
    .summary = "A returned value needs no parentheses, unless it compares.",
    .bad = "    return (size);\n",
    .good = "    return size;\n",
    .source = "c20b139620",
    .past = kPast,
    .has_fix = true,
    .check_line = Check<true>,
};

}  // namespace laio::style
