#include "tools/style/rule.h"
#include "tools/style/rules/zero_initialiser.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t word = FindStart(view.bare, "static");
    while (word != kNone && !(word + 6 < view.bare.size() &&
                              IsSpace(view.bare[word + 6]))) {
        word = FindStart(view.bare, "static", word + 1);
    }
    size_t equals = ZeroInitialiser(view.bare);
    if (word != kNone && equals != kNone && equals > word + 6) {
        report.Add(view, equals, "do not initialise statics to 0 or NULL",
                   WithoutInitialiser(view, equals));
    }
}

}  // namespace

extern const Rule kInitStatics{
    .name = "init-statics",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "static",
    .summary = "Statics are zero without being told.",
    .bad = "    static int x = 0;\n",
    .good = "    static int x;\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
