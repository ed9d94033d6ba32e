#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `inline static`
bool IsBeforeStorage(std::string_view code)
{
    for (size_t at = FindStart(code, "inline"); at != kNone;
         at = FindStart(code, "inline", at + 1)) {
        size_t next = SkipSpace(code, at + 6);
        size_t end = WordEnd(code, next);
        std::string_view word = code.substr(next, end - next);
        if (next > at + 6 && (word == "static" || word == "extern" ||
                              word == "asmlinkage")) {
            return true;
        }
    }
    return false;
}

// `int inline`
bool IsBehindType(const LineView &view)
{
    std::string_view code = view.bare;
    for (size_t pos = 1; pos < code.size(); ++pos) {
        if (!IsWordStart(code[pos]) || IsWord(code[pos - 1])) {
            continue;
        }
        bool found = view.types.ReadType(code, pos, [&](size_t end) {
            size_t word = SkipSpace(code, end);
            return word > end && At(code, word, "inline") &&
                   WordEnd(code, word) == word + 6;
        });
        if (found) {
            return true;
        }
    }
    return false;
}

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    size_t column = view.bare.find("inline");
    if (column != kNone &&
        (IsBeforeStorage(view.bare) || IsBehindType(view))) {
        report.Add(view, column,
                   "inline keyword should sit between storage class and "
                   "type");
    }
}

}  // namespace

extern const Rule kInlinePlace{
    .name = "inline-place",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "inline",
    .summary = "inline stands between the storage class and the type.",
    .bad = "int inline f(void)\n",
    .good = "inline int f(void)\n",
    .source = "1ec3f6f9ab",
    .check_line = Check,
};

}  // namespace laio::style
