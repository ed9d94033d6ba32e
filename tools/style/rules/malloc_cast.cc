#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Reads malloc, realloc, malloc0_n... behind `g_` or `g_try_`.
struct Allocation {
    bool found = false;
    bool is_try = false;
    bool grows = false;
    bool clears = false;
};

Allocation ReadAllocation(std::string_view code, size_t pos)
{
    Allocation result;
    if (!At(code, pos, "g_")) {
        return result;
    }
    pos += 2;
    // Both of `g_try_` and `g_try` are read.
    result.is_try = At(code, pos, "try");
    pos += result.is_try ? 3 : 0;
    result.grows = At(code, pos, "re");
    pos += result.grows ? 2 : At(code, pos, "m") ? 1 : 0;
    if (!At(code, pos, "alloc")) {
        return result;
    }
    pos += 5;
    result.clears = At(code, pos, "0");
    pos += result.clears;
    pos += At(code, pos, "_n") ? 2 : 0;
    result.found = pos >= code.size() || !IsWord(code[pos]);
    return result;
}

// Before 7.1 the words were those for g_malloc() always.
template <bool kKnowsRealloc>
void Check(const LineView &view, const Report &report)
{
    for (size_t star = view.bare.find('*'); star != kNone;
         star = view.bare.find('*', star + 1)) {
        size_t close = SkipSpace(view.bare, star + 1);
        if (!At(view.bare, close, ")")) {
            continue;
        }
        Allocation call =
            ReadAllocation(view.bare, SkipSpace(view.bare, close + 1));
        if (call.found) {
            report.Add(view, star,
                       "unnecessary cast may hide bugs, use g_" +
                           std::string(call.is_try ? "try" : "") +
                           (kKnowsRealloc && call.grows ? "renew" : "new") +
                           (call.clears ? "0" : "") + " instead");
            return;
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 70100, .check_line = Check<false>},
};

}  // namespace

extern const Rule kMallocCast{
    .name = "malloc-cast",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "alloc",
    .summary = "g_new() and its kin bring the type with them.",
    .bad = "    p = (struct a *)g_malloc(sizeof(*p));\n",
    .good = "    p = g_new(struct a, 1);\n",
    .source = "dfdb4f3c28",
    .warning_until = 20700,
    .past = kPast,
    .check_line = Check<true>,
};

}  // namespace laio::style
