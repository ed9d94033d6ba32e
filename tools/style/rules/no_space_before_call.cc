#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool MayStandFree(std::string_view name)
{
    for (std::string_view word :
         {"if", "for", "while", "switch", "return", "case", "volatile",
          "__volatile__", "__attribute__", "format", "__extension__", "asm",
          "__asm__"}) {
        if (name == word) {
            return true;
        }
    }
    return false;
}

// `#define name (` has no parameters; `#elif (` has a condition.
bool IsInDirective(std::string_view code, size_t name, std::string_view word)
{
    size_t hash = SkipSpace(code, 1);
    size_t directive = SkipSpace(code, hash + 1);
    if (!At(code, hash, "#")) {
        return false;
    }
    return (At(code, directive, "define") &&
            SkipSpace(code, directive + 6) == name) ||
           (word == "elif" && directive == name);
}

template <bool kCoroutines>
bool IsAllowed(const LineView &view, size_t begin, size_t end)
{
    std::string_view name = view.bare.substr(begin, end - begin);
    bool is_cpp = EndsWith(view.hunk.path, ".cpp") ||
                  EndsWith(view.hunk.path, ".h");
    std::string_view left = view.bare.substr(0, end);
    return MayStandFree(name) || (kCoroutines && name == "coroutine_fn") ||
           (name == "catch" && is_cpp) ||
           IsInDirective(view.bare, begin, name) ||
           view.types.FindType(left, [&](size_t type_end) {
               return type_end == left.size();
           });
}

// Whether a blank stands before some parenthesis.
bool HasFreeParen(std::string_view code)
{
    size_t open = code.find('(', 1);
    while (open != kNone && !IsSpace(code[open - 1])) {
        open = code.find('(', open + 1);
    }
    return open != kNone;
}

template <bool kCoroutines>
void Check(const LineView &view, const Report &report)
{
    std::string_view code = view.bare;
    if (!HasFreeParen(code)) {
        return;
    }
    for (size_t pos = 1; pos < code.size();) {
        if (!IsWordStart(code[pos])) {
            ++pos;
            continue;
        }
        size_t end = 0;
        bool found = ReadIdent(code, pos, [&](size_t ident_end) {
            size_t open = SkipSpace(code, ident_end);
            end = ident_end;
            return open > ident_end && At(code, open, "(");
        });
        if (found && !IsAllowed<kCoroutines>(view, pos, end)) {
            report.Add(view, end,
                       "space prohibited between function name and open "
                       "parenthesis '('",
                       ReplaceInLine(view, end, SkipSpace(code, end) - end,
                                     ""));
        }
        pos = found ? SkipSpace(code, end) + 1 : WordEnd(code, pos);
    }
}

constexpr RulePast kPast[] = {
    {.until = 20800, .check_line = Check<false>},
};

}  // namespace

extern const Rule kNoSpaceBeforeCall{
    .name = "no-space-before-call",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "(",
    .summary = "No blank stands between a function and its parenthesis.",
    .bad = "    run (x);\n",
    .good = "    run(x);\n",
    .source = "000980cb83",
    .warning_until = 20700,
    .past = kPast,
    .has_fix = true,
    .check_line = Check<true>,
};

}  // namespace laio::style
