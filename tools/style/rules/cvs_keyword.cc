#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Before 2.7 anything might follow the word.
template <bool kWholeWord>
void Check(const LineView &view, const Report &report)
{
    for (std::string_view word : {"$Revision", "$Log", "$Id"}) {
        for (size_t at = view.raw.find(word); at != kNone;
             at = view.raw.find(word, at + 1)) {
            size_t end = at + word.size();
            if (!kWholeWord || end >= view.raw.size() ||
                !IsWord(view.raw[end])) {
                report.Add(view, at,
                           "CVS style keyword markers, these will _not_ be "
                           "updated");
                return;
            }
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 20700, .gate = Gate::kC, .check_line = Check<false>},
};

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
    .warning_until = 20700,
    .past = kPast,
    .check_line = Check<true>,
};

}  // namespace laio::style
