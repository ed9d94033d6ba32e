#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    std::string_view above = view.previous_code;
    size_t word = FindCall(above, "if");
    if (word == kNone || !Contains(view.bare, "g_free(")) {
        return;
    }
    size_t open = above.find('(', word);
    size_t close = above.find(')', open);
    if (close == kNone) {
        return;
    }
    std::string call = "g_free(";
    call += above.substr(open + 1, close - open - 1);
    size_t column = FindStart(view.bare, call + ");");
    if (column != kNone) {
        report.Add(view, column,
                   "g_free(NULL) is safe this check is probably not "
                   "required");
    }
}

}  // namespace

extern const Rule kNeedlessFreeCheck{
    .name = "needless-free-check",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "g_free(",
    .summary = "g_free() takes NULL.",
    .bad = "    if (x)\n"
           "        g_free(x);\n",
    .good = "    g_free(x);\n",
    .source = "1ec3f6f9ab",
    .warning_until = 20700,
    .check_line = Check,
};

}  // namespace laio::style
