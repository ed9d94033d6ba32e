#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

void Check(const LineView &view, const Report &report)
{
    for (size_t at = FindCall(view.bare, "g_strdup"); at != kNone;
         at = FindCall(view.bare, "g_strdup", at + 1)) {
        size_t open = view.bare.find('(', at);
        size_t name = SkipSpace(view.bare, open + 1);
        for (std::string_view word : {"basename", "dirname"}) {
            if (At(view.bare, name, word) &&
                At(view.bare, SkipSpace(view.bare, name + word.size()),
                   "(")) {
                std::string function(word);
                report.Add(view, at,
                           "consider using g_path_get_" + function +
                               "() in preference to g_strdup(" + function +
                               "())");
                return;
            }
        }
    }
}

}  // namespace

extern const Rule kPathFunctions{
    .name = "path-functions",
    .level = StyleLevel::kWarning,
    .gate = Gate::kC,
    .needs = "g_strdup",
    .summary = "GLib has its own ways to take a path apart.",
    .bad = "    s = g_strdup(basename(p));\n",
    .good = "    s = g_path_get_basename(p);\n",
    .source = "fb8446d94e",
    .since = 21200,
    .check_line = Check,
};

}  // namespace laio::style
