#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The end of `typedef struct name` at the start of the line, or npos; the
// word of the three that it has goes to `kind`.
size_t AggregateEnd(std::string_view code, std::string *kind)
{
    size_t at = SkipSpace(code, 1);
    if (At(code, at, "typedef") && SkipSpace(code, at + 7) > at + 7) {
        at = SkipSpace(code, at + 7);
    }
    for (std::string_view word : {"enum", "union", "struct"}) {
        if (At(code, at, word)) {
            *kind = word;
            return at + word.size();
        }
    }
    return kNone;
}

// Behind a blank and an identifier at `pos`, else `pos`.
size_t SkipName(std::string_view code, size_t pos)
{
    size_t name = SkipSpace(code, pos);
    size_t end = name > pos ? IdentEnd(code, name) : kNone;
    return end == kNone ? pos : end;
}

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    std::string kind;
    size_t end = AggregateEnd(view.bare, &kind);
    if (end == kNone) {
        return;
    }
    size_t first = SkipName(view.bare, end);
    size_t second = SkipName(view.bare, first);
    for (size_t at : {second, first, end}) {
        if (At(view.bare, at, "{") || At(view.bare, at, "=")) {
            report.Add(view, at, "missing space after " + kind +
                                     " definition",
                       ReplaceInLine(view, at, 0, " "));
            return;
        }
    }
}

}  // namespace

extern const Rule kStructSpace{
    .name = "struct-space",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "A blank stands before the brace of a struct, union or enum.",
    .bad = "struct a{\n",
    .good = "struct a {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
