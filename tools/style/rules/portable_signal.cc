#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t column = FindCall(view.bare, "signal");
    if (column != kNone && !Contains(view.bare, "SIG_IGN") &&
        !Contains(view.bare, "SIG_DFL")) {
        report.Add(view, column,
                   "use sigaction to establish signal handlers; signal is not "
                   "portable");
    }
}

}  // namespace

extern const Rule kPortableSignal{
    .name = "portable-signal",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "signal",
    .summary = "Handlers are set with sigaction().",
    .bad = "    signal(SIGINT, stop);\n",
    .good = "    sigaction(SIGINT, &action, NULL);\n",
    .source = "e8c2091d4c",
    .since = 21000,
    .check_line = Check,
};

}  // namespace laio::style
