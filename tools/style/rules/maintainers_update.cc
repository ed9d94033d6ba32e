#include "tools/style/rule.h"
#include "tools/style/rules/file_changes.h"
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

// Before 6.0 (d2f1af0e41) new expected ACPI files were asked about, too.
template <bool kKnowsExpected>
void CheckLines(const PatchView &view, const Report &report)
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
        bool is_expected = kKnowsExpected && !expected.empty() &&
                           line.path == expected;
        if (!line.in_log && !is_expected && Moves(line.text)) {
            report.AddAt(line.index,
                         "added, moved or deleted file(s), does MAINTAINERS "
                         "need updating?");
            return;
        }
    }
}

// Since 10.1 what git says of the files counts, and the answer comes at the
// end (1d745e6d96).
void CheckFiles(const PatchView &view, const Report &report)
{
    bool moves = false;
    for (const FileChange &file : FilesOf(view)) {
        if (file.path == "MAINTAINERS") {
            return;
        }
        moves = moves || (file.action != FileAction::kModified &&
                          !StartsWith(file.path, "tests/data/acpi/"));
    }
    if (moves) {
        report.AddToPatch("added, moved or deleted file(s):");
    }
}

constexpr RulePast kPast[] = {
    {.until = 60000, .check_patch = CheckLines<false>},
    {.until = 100100, .check_patch = CheckLines<true>},
};

}  // namespace

extern const Rule kMaintainersUpdate{
    .name = "maintainers-update",
    .level = StyleLevel::kWarning,
    .gate = Gate::kPatch,
    .summary = "Files that come, go or move may need a line in MAINTAINERS.",
    .bad = "new file mode 100644\n",
    .good = " MAINTAINERS | 1 +\n",
    .source = "1d745e6d96",
    .since = 30000,
    .until = 110000,
    .past = kPast,
    .check_patch = CheckFiles,
};

}  // namespace laio::style
