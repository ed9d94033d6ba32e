#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// A line of nothing else may be a part of what for asks for, unless it is the
// first of a block.
bool EndsStatement(const LineView &view)
{
    size_t first = SkipSpace(view.code, 1);
    bool alone = first + 2 == view.code.size();
    return FindWord(view.code, "for") == kNone &&
           (!alone || EndsWith(TrimRight(view.previous_code), "{"));
}

void Check(const LineView &view, const Report &report)
{
    if (!EndsWith(view.code, ";;")) {
        return;
    }
    std::optional<Edit> edit;
    if (EndsStatement(view) && EndsWith(view.raw, ";;")) {
        edit = ReplaceInLine(view, view.raw.size() - 1, 1, "");
        edit->removed_tokens = {";"};
    }
    report.Add(view, view.code.size() - 1, "superfluous trailing semicolon",
               std::move(edit));
}

}  // namespace

extern const Rule kDoubleSemicolon{
    .name = "double-semicolon",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = ";;",
    .summary = "One semicolon ends a statement.",
    .bad = "    x = 1;;\n",
    .good = "    x = 1;\n",
    .source = "ee0f3c09e0",
    .since = 50000,
    .has_fix = true,
    .reads_old = true,
    .check_line = Check,
};

}  // namespace laio::style
