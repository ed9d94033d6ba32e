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

std::optional<Edit> MoveUp(const LineView &view)
{
    if (view.line == 0 || !view.hunk.added(view.line - 1) ||
        Trim(view.raw.substr(1)) != "{") {
        return std::nullopt;
    }
    Edit edit;
    edit.changes.push_back(
        {view.line - 1,
         {std::string(TrimRight(view.previous_raw)) + " {"}});
    edit.changes.push_back({view.line, {}});
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    std::string kind;
    size_t end = AggregateEnd(view.previous_code, &kind);
    if (!At(view.bare, SkipSpace(view.bare, 1), "{") || end == kNone) {
        return;
    }
    end = SkipName(view.previous_code, end);
    if (SkipSpace(view.previous_code, end) == view.previous_code.size()) {
        report.Add(view, view.bare.find('{'),
                   "open brace '{' following " + kind +
                       " go on the same line",
                   MoveUp(view));
    }
}

}  // namespace

extern const Rule kStructBrace{
    .name = "struct-brace",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "The brace of a struct, union or enum stands on its line.",
    .bad = "struct a\n"
           "{\n",
    .good = "struct a {\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
