#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    for (std::string_view word : {"$Revision", "$Log", "$Id"}) {
        for (size_t at = view.raw.find(word); at != kNone;
             at = view.raw.find(word, at + 1)) {
            size_t end = at + word.size();
            if (end >= view.raw.size() || !IsWord(view.raw[end])) {
                report.Add(view, at,
                           "CVS style keyword markers, these will _not_ be "
                           "updated");
                return;
            }
        }
    }
}

}  // namespace

extern const Rule kCvsKeyword{
    .name = "cvs-keyword",
    .level = StyleLevel::kError,
    .gate = Gate::kSource,
    .needs = "$",
    .summary = "Keywords of CVS are never filled in.",
    .bad = "/* $Id: x $ */\n",
    .good = "",
    .source = "93eb8e31f3",
    .check_line = Check,
};

}  // namespace laio::style
