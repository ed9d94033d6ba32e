#include "tools/style/rule.h"
#include "tools/style/rules/rename.h"
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

// Behind `static` if that stands first or is the next word, else to the front.
std::optional<Edit> MoveInline(const LineView &view)
{
    size_t word = FindWord(view.bare, "inline");
    if (word == kNone) {
        return std::nullopt;
    }
    for (char c : view.bare.substr(1, word - 1)) {
        if (!IsWord(c) && c != ' ' && c != '*') {
            return std::nullopt;
        }
    }
    size_t first = SkipSpace(view.bare, 1);
    size_t next = SkipSpace(view.bare, word + 6);
    for (std::string_view storage : {"static ", "extern "}) {
        if (At(view.bare, next, storage)) {
            return MoveWordLeft(view, next, word);
        }
        if (At(view.bare, first, storage)) {
            return MoveWordLeft(view, word,
                                SkipSpace(view.bare,
                                          first + storage.size()));
        }
    }
    return MoveWordLeft(view, word, first);
}

void Check(const LineView &view, const Report &report)
{
    size_t column = view.bare.find("inline");
    if (column != kNone &&
        (IsBeforeStorage(view.bare) || IsBehindType(view))) {
        report.Add(view, column,
                   "inline keyword should sit between storage class and "
                   "type",
                   MoveInline(view));
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
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
