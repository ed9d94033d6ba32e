// What a patch does to each file, as checkpatch.pl reads it since 10.1
// (QEMU 25374ba59b).

#ifndef TOOLS_STYLE_RULES_FILE_CHANGES_H
#define TOOLS_STYLE_RULES_FILE_CHANGES_H

#include <optional>
#include <string_view>
#include <vector>

#include "tools/style/rule.h"

namespace laio::style {

enum class FileAction { kModified, kNew, kDeleted, kRenamed };

struct FileChange {
    std::string_view path;  // the new one, without a/ or b/
    // A change of the mode alone is kNew, too.
    FileAction action = FileAction::kModified;
    int mode = 0;
    // Indices in PatchText::lines; none: the patch has no such line.
    std::optional<size_t> mode_line;
    std::optional<size_t> start;  // `+++`, or `rename to` of an equal file
    size_t begin = 0;             // `diff --git`, or `+++` without git
    std::optional<size_t> next;   // where the file behind it begins
};

// Keeps: the paths point into the patch.
std::vector<FileChange> FilesOf(const PatchView &view);

// Reports where the file ends: at the line that begins the next, or behind all.
void ReportAtEnd(const FileChange &file, std::string message,
                 const Report &report);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_FILE_CHANGES_H
