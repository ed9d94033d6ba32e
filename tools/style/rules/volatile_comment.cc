#include "tools/style/rule.h"
#include "tools/style/rules/nearby_comment.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `asm volatile`
bool IsAssembly(std::string_view code)
{
    for (std::string_view name : {"asm", "__asm__"}) {
        for (size_t at = FindWord(code, name); at != kNone;
             at = FindWord(code, name, at + 1)) {
            size_t next = SkipSpace(code, at + name.size());
            if (next > at + name.size() &&
                (At(code, next, "volatile") ||
                 At(code, next, "__volatile__"))) {
                return true;
            }
        }
    }
    return false;
}

void Check(const LineView &view, const Report &report)
{
    size_t column = FindWord(view.bare, "volatile");
    if (column != kNone && !IsAssembly(view.bare) &&
        !Contains(view.bare, "sig_atomic_t") &&
        !HasNearbyComment(view.hunk, view.line)) {
        report.Add(view, column,
                   "Use of volatile is usually wrong, please add a comment");
    }
}

void CheckWithoutExcuse(const LineView &view, const Report &report)
{
    size_t column = FindWord(view.bare, "volatile");
    if (column != kNone && !IsAssembly(view.bare)) {
        report.Add(view, column,
                   "Use of volatile is usually wrong: see Documentation/"
                   "volatile-considered-harmful.txt");
    }
}

constexpr RulePast kPast[] = {
    {.until = 21200, .check_line = CheckWithoutExcuse},
};

}  // namespace

extern const Rule kVolatileComment{
    .name = "volatile-comment",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "volatile",
    .summary = "Where volatile is right, a comment says why.",
    .bad = "    volatile int x;\n",
    .good = "    /* written by the handler */\n"
            "    volatile int x;\n",
    .source = "6b012d2311",
    .warning_until = 20700,
    .past = kPast,
    .check_line = Check,
};

}  // namespace laio::style
