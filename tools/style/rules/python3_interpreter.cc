#include "tools/style/rule.h"
#include "tools/style/rules/rename.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `+#!/usr/bin/env python`, blanks behind the mark or not.
bool NamesPython(std::string_view text)
{
    if (!StartsWith(text, "+#!")) {
        return false;
    }
    size_t path = std::min(text.find_first_not_of(' ', 3), text.size());
    std::string_view rest = text.substr(path);
    return rest == "/usr/bin/python" || rest == "/usr/bin/env python";
}

void Check(const LineView &view, const Report &report)
{
    size_t line = view.hunk.patch_index[view.line];
    if (view.hunk.patch.lines[line].new_line == 1 &&
        NamesPython(view.raw)) {
        report.Add(view, 1, "please use python3 interpreter",
                   RenameAt(view, view.raw.size() - 6, "python",
                            "python3"));
    }
}

}  // namespace

extern const Rule kPython3Interpreter{
    .name = "python3-interpreter",
    .level = StyleLevel::kError,
    .gate = Gate::kAny,
    .needs = "#!",
    .summary = "Scripts name python3.",
    .bad = "#!/usr/bin/env python\n",
    .good = "#!/usr/bin/env python3\n",
    .source = "bc7f3b0b0d",
    .since = 50000,
    .has_fix = true,
    .check_line = Check,
};

}  // namespace laio::style
