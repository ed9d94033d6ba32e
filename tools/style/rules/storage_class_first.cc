#include "tools/style/rule.h"
#include "tools/style/rules/rename.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Behind `__attribute__((...))` at `pos`, or `pos`.
size_t SkipAttribute(std::string_view code, size_t pos)
{
    size_t close = At(code, pos, "__attribute__((") ? code.find("))", pos)
                                                    : kNone;
    return close == kNone ? pos : close + 2;
}

// Only an attribute and words, of a declaration's type, may stand before it.
std::optional<Edit> MoveToFront(const LineView &view, size_t column)
{
    size_t words = SkipAttribute(view.bare, SkipSpace(view.bare, 1));
    if (words > column) {
        return std::nullopt;
    }
    for (char c : view.bare.substr(words, column - words)) {
        if (!IsWord(c) && c != ' ') {
            return std::nullopt;
        }
    }
    if (FindWord(view.bare, "typedef") != kNone) {
        return std::nullopt;
    }
    return MoveWordLeft(view, column, SkipSpace(view.bare, 1));
}

void Check(const LineView &view, const Report &report)
{
    size_t column =
        FindAnyWord(view.bare, {"extern", "static", "asmlinkage"});
    size_t first = SkipSpace(view.bare, 1);
    size_t end = WordEnd(view.bare, first);
    std::string_view word = view.bare.substr(first, end - first);
    bool leads = word == "extern" || word == "static" ||
                 word == "asmlinkage";
    if (column != kNone && !leads) {
        report.Add(view, column,
                   "storage class should be at the beginning of the "
                   "declaration",
                   MoveToFront(view, column));
    }
}

}  // namespace

extern const Rule kStorageClassFirst{
    .name = "storage-class-first",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "extern static asmlinkage",
    .summary = "extern and static come first.",
    .bad = "    int static x;\n",
    .good = "    static int x;\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
