#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Whether a type and blanks end the text.
bool EndsInType(const LineView &view, std::string_view text)
{
    return view.types.FindType(text, [&](size_t end) {
        return end < text.size() && SkipSpace(text, end) == text.size();
    });
}

// `#define name(...) `
bool EndsInMacroHead(std::string_view text)
{
    std::string_view kept = TrimRight(text);
    size_t open = kept.rfind('(');
    size_t define = kept.find("define");
    return EndsWith(kept, ")") && HasHash(kept, "define") && open != kNone &&
           define < open && kept.find('(', define) == open;
}

bool MayStand(const LineView &view, size_t begin, size_t bracket,
              std::string_view list_marks)
{
    std::string_view text = view.bare.substr(begin, bracket - begin);
    std::string_view kept = TrimRight(text);
    bool starts_line = begin == 0 && kept.size() <= 1;
    bool in_list = !kept.empty() &&
                   list_marks.find(kept.back()) != kNone;
    return starts_line || in_list || EndsInMacroHead(text) ||
           EndsInType(view, text);
}

void CheckBehind(const LineView &view, const Report &report,
                 std::string_view list_marks)
{
    size_t begin = 0;
    for (size_t at = view.bare.find('[', 1); at != kNone;
         at = view.bare.find('[', at + 1)) {
        if (!IsSpace(view.bare[at - 1])) {
            continue;
        }
        if (!MayStand(view, begin, at, list_marks)) {
            size_t left = TrimRight(view.bare.substr(0, at)).size();
            report.Add(view, at,
                       "space prohibited before open square bracket '['",
                       ReplaceInLine(view, left, at - left, ""));
        }
        begin = at + 1;
    }
}

void Check(const LineView &view, const Report &report)
{
    CheckBehind(view, report, ",{:");
}

void CheckBefore31(const LineView &view, const Report &report)
{
    CheckBehind(view, report, ",{");
}

constexpr RulePast kPast[] = {
    {.until = 30100, .check_line = CheckBefore31},
};

}  // namespace

extern const Rule kNoSpaceBeforeBracket{
    .name = "no-space-before-bracket",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "[",
    .summary = "No blank stands between an array and its subscript.",
    .bad = "    x = a [1];\n",
    .good = "    x = a[1];\n",
    .source = "66e9d20ee0",
    .past = kPast,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
