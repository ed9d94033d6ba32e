#include "tools/style/rule.h"
#include "tools/style/rules/prototype.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    if (!view.added) {
        return;
    }
    if (EndsWith(view.hunk.path, ".c") &&
        SkipSpace(view.code, 1) < view.code.size() &&
        ReadPrototype(view).open_on_next_line) {
        report.Add(view, SkipSpace(view.bare, 1),
                   "arguments for function declarations should follow "
                   "identifier");
    }
}

}  // namespace

extern const Rule kArgumentsFollowName{
    .name = "arguments-follow-name",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .summary = "The parameters stand behind the name of the function.",
    .bad = "int f\n"
           "(void)\n",
    .good = "int f(void)\n",
    .source = "1ec3f6f9ab",
    .check_line = Check,
};

}  // namespace laio::style
