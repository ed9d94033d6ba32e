#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr std::string_view kModes[] = {"new file mode", "deleted file mode"};
constexpr std::string_view kRenames[] = {"rename from ", "rename to "};

bool IsPathByte(char c)
{
    return IsWord(c) || c == '/' || c == '.' || c == '-';
}

size_t SkipPath(std::string_view text, size_t pos)
{
    while (pos < text.size() && IsPathByte(text[pos])) {
        ++pos;
    }
    return pos;
}

// `{old => new}`, either may be missing.
bool HasRename(std::string_view text)
{
    for (size_t open = text.find('{'); open != kNone;
         open = text.find('{', open + 1)) {
        size_t old_end = SkipPath(text, SkipSpace(text, open + 1));
        size_t arrow = SkipSpace(text, old_end);
        if (At(text, arrow, "=>")) {
            size_t end = SkipPath(text, SkipSpace(text, arrow + 2));
            if (At(text, SkipSpace(text, end), "}")) {
                return true;
            }
        }
    }
    return false;
}

// Whether the line of git says that a file comes, goes or moves.
bool Moves(std::string_view text)
{
    for (std::string_view mode : kModes) {
        if (!StartsWith(text, mode)) {
            continue;
        }
        size_t digits = SkipSpace(text, mode.size());
        size_t end = digits;
        while (end < text.size() && IsDigit(text[end])) {
            ++end;
        }
        if (end > digits && SkipSpace(text, end) == text.size()) {
            return true;
        }
    }
    for (std::string_view rename : kRenames) {
        if (!StartsWith(text, rename)) {
            continue;
        }
        size_t end = SkipPath(text, rename.size());
        if (end > rename.size() && SkipSpace(text, end) == text.size()) {
            return true;
        }
    }
    return HasRename(text);
}

void Check(const PatchView &view, const Report &report)
{
    std::string_view expected;
    for (const HeaderLine &line : view.lines) {
        if (line.names_file && StartsWith(line.path, "tests/data/acpi/")) {
            expected = line.path;
        }
        if (StartsWith(line.text, "+++")) {
            continue;
        }
        size_t name = SkipSpace(line.text, 0);
        if (At(line.text, name, "MAINTAINERS") &&
            At(line.text, SkipSpace(line.text, name + 11), "|")) {
            return;
        }
        bool is_expected = !expected.empty() && line.path == expected;
        if (!line.in_log && !is_expected && Moves(line.text)) {
            report.AddAt(line.index,
                         "added, moved or deleted file(s), does MAINTAINERS "
                         "need updating?");
            return;
        }
    }
}

}  // namespace

extern const Rule kMaintainersUpdate{
    .name = "maintainers-update",
    .level = StyleLevel::kWarning,
    .gate = Gate::kPatch,
    .summary = "Files that come, go or move may need a line in MAINTAINERS.",
    .bad = "new file mode 100644\n",
    .good = " MAINTAINERS | 1 +\n",
    .source = "4be6131e32",
    .since = 30000,
    .check_patch = Check,
};

}  // namespace laio::style
