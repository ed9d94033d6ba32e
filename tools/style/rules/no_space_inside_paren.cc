#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `( x`, but for a line that ends there and `for ( ;`.
size_t BlankAfterOpen(std::string_view code)
{
    size_t found = kNone;
    for (size_t open = code.find('('); open != kNone;
         open = code.find('(', open + 1)) {
        size_t next = SkipSpace(code, open + 1);
        bool blank = next > open + 1;
        found = blank && found == kNone ? open : found;
        if (next == code.size() ||
            (At(code, next, "\\") && next + 1 == code.size())) {
            return kNone;
        }
        std::string_view before = TrimRight(code.substr(0, open));
        if (blank && At(code, next, ";") && EndsWith(before, "for")) {
            return kNone;
        }
    }
    return found;
}

// Whether ` )` stands behind `for (...;`.
bool EndsEmptyFor(std::string_view code, size_t close)
{
    size_t word = code.find("for");
    bool opens = false;
    for (; word != kNone && !opens; word = code.find("for", word + 1)) {
        opens = At(code, SkipSpace(code, word + 3), "(") &&
                SkipSpace(code, word + 3) < close;
    }
    return opens && EndsWith(TrimRight(code.substr(0, close)), ";");
}

// `x )`, but for a line that starts so, `for (...; )` and `: )`.
size_t BlankBeforeClose(std::string_view code)
{
    size_t found = kNone;
    if (At(code, SkipSpace(code, 1), ")")) {
        return kNone;
    }
    for (size_t close = code.find(')', 1); close != kNone;
         close = code.find(')', close + 1)) {
        if (!IsSpace(code[close - 1])) {
            continue;
        }
        if (EndsEmptyFor(code, close) ||
            EndsWith(TrimRight(code.substr(0, close)), ":")) {
            return kNone;
        }
        found = found == kNone ? close : found;
    }
    return found;
}

void Check(const LineView &view, const Report &report)
{
    std::string_view code = view.bare;
    size_t open = BlankAfterOpen(code);
    if (open != kNone) {
        report.Add(view, open,
                   "space prohibited after that open parenthesis '('",
                   ReplaceInLine(view, open + 1,
                                 SkipSpace(code, open + 1) - open - 1, ""));
    }
    size_t close = BlankBeforeClose(code);
    if (close != kNone) {
        size_t left = TrimRight(code.substr(0, close)).size();
        report.Add(view, close,
                   "space prohibited before that close parenthesis ')'",
                   left > 1 ? std::optional(ReplaceInLine(
                                  view, left, close - left, ""))
                            : std::nullopt);
    }
}

}  // namespace

extern const Rule kNoSpaceInsideParen{
    .name = "no-space-inside-paren",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "( )",
    .summary = "No blank stands inside parentheses.",
    .bad = "    run( x );\n",
    .good = "    run(x);\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
