#include "tools/style/rule.h"
#include "tools/style/rules/file_changes.h"
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
    return false;
}

// Makefile or Makefile.objs, whatever its folder.
bool IsMakefile(std::string_view path)
{
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

constexpr const char *kMessage =
    "do not set execute permissions for source files";

// The mode as it is for files that are read: 644.
std::optional<Edit> WithoutExecution(const HeaderLine &line)
{
    if (!EndsWith(line.text, "100755")) {
        return std::nullopt;
    }
    std::string text(line.text.substr(0, line.text.size() - 3));
    return Edit{{{line.index, {text + "644"}}}, {}, {}};
}

// Before 10.1, at the line with the mode (f48f16ec3d).
void CheckModeLines(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        if (IsExecutableMode(line.text) &&
            (IsSource(line.path) || IsMakefile(line.path))) {
            report.AddAt(line.index, kMessage, WithoutExecution(line));
        }
    }
}

bool StartsMakefileName(std::string_view path)
{
    return FindStart(path, "Makefile") != kNone;
}

// At the line that names the file behind its mode.
void CheckFiles(const PatchView &view, const Report &report)
{
    for (const FileChange &file : FilesOf(view)) {
        if (file.start && file.action == FileAction::kNew &&
            (file.mode & 0111) != 0 &&
            (IsSource(file.path) || StartsMakefileName(file.path))) {
            report.AddAt(*file.start, kMessage,
                         WithoutExecution(view.lines[*file.mode_line]));
        }
    }
}

constexpr RulePast kPast[] = {
    {.until = 100100, .check_patch = CheckModeLines},
};

}  // namespace

extern const Rule kExecutePermission{
    .name = "execute-permission",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Source files are not to be run.",
    .bad = "new file mode 100755\n",
    .good = "new file mode 100644\n",
    .source = "f48f16ec3d",
    .past = kPast,
    .has_fix = true,
    .check_patch = CheckFiles,
};

}  // namespace laio::style
