#include "tools/style/rule.h"
#include "tools/style/rules/zero_initialiser.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t equals = ZeroInitialiser(view.bare);
    if (equals == kNone || IsSpace(view.bare[1])) {
        return;
    }
    bool declares = view.types.ReadType(view.bare, 1, [&](size_t end) {
        return NameEndsAt(view, SkipSpace(view.bare, end), equals);
    });
    if (declares) {
        report.Add(view, equals, "do not initialise globals to 0 or NULL",
                   WithoutInitialiser(view, equals));
    }
}

}  // namespace

extern const Rule kInitGlobals{
    .name = "init-globals",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "=",
    .summary = "Globals are zero without being told.",
    .bad = "int x = 0;\n",
    .good = "int x;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
