#include "tools/style/chars.h"
#include "tools/style/rule.h"

namespace laio::style {
namespace {

size_t FindBarrier(std::string_view code)
{
    size_t first = code.npos;
    for (std::string_view name :
         {"smp_mb(", "smp_rmb(", "smp_wmb(", "smp_read_barrier_depends("}) {
        size_t at = code.find(name);
        if (at != code.npos && !IsWord(code[at - 1])) {
            first = std::min(first, at);
        }
    }
    return first;
}

// `... /* why */`, a backslash behind it in a macro.
bool EndsInComment(std::string_view raw)
{
    std::string_view text = TrimRight(raw);
    if (EndsWith(text, "\\")) {
        text = TrimRight(text.substr(0, text.size() - 1));
    }
    return EndsWith(text, "*/") && Contains(text.substr(0, text.size() - 2),
                                            "/*");
}

// Whether a comment ends on the line before, or is still open.
bool FollowsComment(const HunkView &hunk, size_t line)
{
    bool open = false;
    bool near = false;
    for (size_t i = 0; i < line; ++i) {
        std::string_view raw = hunk.raw[i];
        size_t text = SkipSpace(raw, 1);
        bool middle = i == 0 && text < raw.size() && raw[text] == '*';
        open = open || middle || Contains(raw, "/*");
        near = open;
        if (Contains(raw, "*/")) {
            open = false;
        }
    }
    return near;
}

void Check(const LineView &view, const Report &report)
{
    size_t barrier = FindBarrier(view.code);
    if (view.added && barrier != view.code.npos &&
        !EndsInComment(view.raw) && !FollowsComment(view.hunk, view.line)) {
        report.Add(view, barrier, "memory barrier without comment");
    }
}

}  // namespace

extern const Rule kMemoryBarrierComment{
    .name = "memory-barrier-comment",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A memory barrier says what it orders, and with whom it pairs.",
    .bad = "    smp_rmb();\n",
    .good = "    /* read tail before the events; pairs with the kernel */\n"
            "    smp_rmb();\n",
    .source = "1ec3f6f9ab",
    .check_line = Check,
};

}  // namespace laio::style
