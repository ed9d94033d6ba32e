#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    size_t word = SkipSpace(view.bare, 1);
    if (At(view.bare, 1, "typedef")) {
        return;
    }
    for (std::string_view head : {"QLIST_HEAD", "QSLIST_HEAD",
                                  "QSIMPLEQ_HEAD", "QTAILQ_HEAD"}) {
        size_t open = SkipSpace(view.bare, word + head.size());
        if (!At(view.bare, word, head) || !At(view.bare, open, "(")) {
            continue;
        }
        size_t name = SkipSpace(view.bare, open + 1);
        bool blank = name > open + 1;
        if (blank || (name < view.bare.size() && view.bare[name] != ',')) {
            report.Add(view, word,
                       "named " + std::string(head) +
                           " should be typedefed separately");
        }
    }
}

}  // namespace

extern const Rule kQueueHeadTypedef{
    .name = "queue-head-typedef",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "_HEAD",
    .summary = "The type of a named list head has a typedef of its own.",
    .bad = "QLIST_HEAD(names, Name) names;\n",
    .good = "typedef QLIST_HEAD(names, Name) Names;\n",
    .source = "50db69a15f",
    .since = 40000,
    .check_line = Check,
};

}  // namespace laio::style
