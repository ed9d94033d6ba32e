#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool IsSource(std::string_view path)
{
    for (std::string_view suffix :
         {".c", ".cc", ".cpp", ".h", ".mak", ".s", ".S"}) {
        if (EndsWith(path, suffix)) {
            return true;
        }
    }
    for (std::string_view name : {"Makefile", "Makefile.objs"}) {
        size_t start = path.size() - name.size();
        if (EndsWith(path, name) &&
            (start == 0 || !IsWord(path[start - 1]))) {
            return true;
        }
    }
    return false;
}

// An odd digit, at most two digits behind it.
bool IsExecutableMode(std::string_view text)
{
    if (!StartsWith(text, "new mode") && !StartsWith(text, "new file mode")) {
        return false;
    }
    size_t from = text.find("mode") + 4;
    for (size_t i = 0; i < 3 && text.size() - from > i; ++i) {
        char c = text[text.size() - 1 - i];
        if (!IsDigit(c)) {
            return false;
        }
        if ((c - '0') % 2 == 1 && c != '9') {
            return true;
        }
    }
    return false;
}

// The mode as it is for files that are read: 644.
std::optional<Edit> WithoutExecution(const HeaderLine &line)
{
    if (!EndsWith(line.text, "100755")) {
        return std::nullopt;
    }
    std::string text(line.text.substr(0, line.text.size() - 3));
    return Edit{{{line.index, {text + "644"}}}, {}, {}};
}

void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        if (IsExecutableMode(line.text) && IsSource(line.path)) {
            report.AddAt(line.index,
                         "do not set execute permissions for source files",
                         WithoutExecution(line));
        }
    }
}

}  // namespace

extern const Rule kExecutePermission{
    .name = "execute-permission",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Source files are not to be run.",
    .bad = "new file mode 100755\n",
    .good = "new file mode 100644\n",
    .source = "1ec3f6f9ab",
    .has_fix = true,
    .check_patch = Check,
};

}  // namespace laio::style
