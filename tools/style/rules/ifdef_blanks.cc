#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    std::string_view code = view.bare;
    size_t hash = SkipSpace(code, 1);
    if (!At(code, hash, "#")) {
        return;
    }
    size_t word = SkipSpace(code, hash + 1);
    for (std::string_view name : {"ifdef", "ifndef", "elif"}) {
        size_t end = word + name.size();
        size_t next = SkipSpace(code, end);
        if (At(code, word, name) && next > end + 1) {
            report.Add(view, end,
                       "exactly one space required after that #" +
                           std::string(name),
                       next < code.size()
                           ? std::optional(ReplaceInLine(view, end,
                                                         next - end, " "))
                           : std::nullopt);
        }
    }
}

}  // namespace

extern const Rule kIfdefBlanks{
    .name = "ifdef-blanks",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "#",
    .summary = "One blank stands behind #ifdef.",
    .bad = "#ifdef  X\n",
    .good = "#ifdef X\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
