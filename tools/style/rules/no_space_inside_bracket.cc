#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// The line without blanks inside its brackets: what is said once of a line is
// mended all over it.
//
// Returns:  nothing when a bracket starts it, whose blanks are its indent.
std::optional<Edit> WithoutBlanks(const LineView &view)
{
    std::string line(view.raw);
    for (size_t at = view.bare.size(); at-- > 1;) {
        char bracket = view.bare[at];
        size_t begin = at;
        size_t end = at;
        if (bracket == '[') {
            begin = at + 1;
            end = SkipSpace(view.bare, begin);
            // Blanks at the end stay; those before a closer are gone by now.
            bool is_other = end == view.bare.size() || view.bare[end] == ']';
            end = is_other ? begin : end;
        } else if (bracket == ']') {
            begin = TrimRight(view.bare.substr(0, at)).size();
        }
        if (begin == end) {
            continue;
        }
        if (begin <= 1) {
            return std::nullopt;
        }
        line.erase(begin, end - begin);
    }
    return ReplaceInLine(view, 0, view.raw.size(), line);
}

void Check(const LineView &view, const Report &report)
{
    std::string_view code = view.bare;
    size_t open = code.find('[');
    while (open != kNone && !(open + 1 < code.size() &&
                              IsSpace(code[open + 1]))) {
        open = code.find('[', open + 1);
    }
    size_t last = code.rfind('[');
    bool ends_open = last != kNone && SkipSpace(code, last + 1) ==
                                          code.size();
    if (open != kNone && !ends_open) {
        report.Add(view, open,
                   "space prohibited after that open square bracket '['",
                   WithoutBlanks(view));
    }
    for (size_t close = code.find(']'); close != kNone;
         close = code.find(']', close + 1)) {
        if (IsSpace(code[close - 1])) {
            report.Add(view, close,
                       "space prohibited before that close square bracket "
                       "']'",
                       WithoutBlanks(view));
            return;
        }
    }
}

}  // namespace

extern const Rule kNoSpaceInsideBracket{
    .name = "no-space-inside-bracket",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "[ ]",
    .summary = "No blank stands inside square brackets.",
    .bad = "    x = a[ 1 ];\n",
    .good = "    x = a[1];\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
