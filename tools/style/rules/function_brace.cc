#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Where ` {` stands behind a `)` that follows `pos`, or npos.
size_t BraceBehind(std::string_view code, size_t pos)
{
    size_t close = code.find(')', pos);
    for (size_t brace = code.rfind('{');
         close != kNone && brace != kNone && brace > close;
         brace = code.rfind('{', brace - 1)) {
        if (brace > close + 1 && IsSpace(code[brace - 1])) {
            return brace;
        }
    }
    return kNone;
}

// The place of the brace of `type name(...) {`, or npos.
size_t FindFunctionBrace(const LineView &view)
{
    size_t brace = kNone;
    view.types.FindType(view.bare, [&](size_t end) {
        size_t name = IdentEnd(view.bare, SkipSpace(view.bare, end));
        if (name == kNone || !At(view.bare, name, "(")) {
            return false;
        }
        brace = BraceBehind(view.bare, name + 1);
        return brace != kNone;
    });
    return brace;
}

bool IsLoopMacro(std::string_view code)
{
    size_t loop = code.rfind("do");
    return HasHash(code, "define") && loop != kNone &&
           loop + 3 < code.size() && IsSpace(code[loop + 2]) &&
           code[loop + 3] == '{';
}

std::optional<Edit> MoveDown(const LineView &view, size_t brace)
{
    std::string_view left = TrimRight(view.raw.substr(0, brace));
    bool last = Trim(view.raw.substr(brace)) == "{";
    if (!last || IsSpace(view.raw[1]) ||
        EndsWith(TrimRight(view.code.substr(0, brace)), "\\")) {
        return std::nullopt;
    }
    Edit edit;
    edit.changes.push_back({view.line, {std::string(left), "+{"}});
    return edit;
}

void Check(const LineView &view, const Report &report)
{
    if (!Contains(view.bare, "{") || Contains(view.bare, "}") ||
        BraceBehind(view.bare, 1) == kNone || IsLoopMacro(view.bare)) {
        return;
    }
    size_t brace = FindFunctionBrace(view);
    if (brace != kNone) {
        report.Add(view, brace,
                   "open brace '{' following function declarations go on "
                   "the next line",
                   MoveDown(view, brace));
    }
}

}  // namespace

extern const Rule kFunctionBrace{
    .name = "function-brace",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "{",
    .summary = "The brace of a function stands on a line of its own.",
    .bad = "int f(void) {\n",
    .good = "int f(void)\n"
            "{\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
