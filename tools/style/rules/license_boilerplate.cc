#include "tools/style/rules/file_changes.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Words by which such a text is known.
bool IsBoilerplate(std::string_view text)
{
    for (std::string_view words :
         {"licensed under the terms of the GNU GPL",
          "under the terms of the GNU General Public License",
          "under the terms of the GNU Lesser General Public",
          "Permission is hereby granted, free of charge",
          "GNU GPL, version 2 or later", "See the COPYING file"}) {
        if (Contains(text, words)) {
            return true;
        }
    }
    return false;
}

bool HasBoilerplate(const PatchView &view, const FileChange &file)
{
    size_t end = file.next.value_or(view.lines.size());
    for (size_t i = file.begin; i < end; ++i) {
        if (IsBoilerplate(view.lines[i].text)) {
            return true;
        }
    }
    return false;
}

void Check(const PatchView &view, const Report &report)
{
    for (const FileChange &file : FilesOf(view)) {
        if (file.action == FileAction::kNew && HasBoilerplate(view, file)) {
            ReportAtEnd(file,
                        "New file '" + std::string(file.path) +
                            "' must not have license boilerplate header "
                            "text, only the SPDX-License-Identifier, unless "
                            "this file was copied from existing code already "
                            "having such text.",
                        report);
        }
    }
}

}  // namespace

extern const Rule kLicenseBoilerplate{
    .name = "license-boilerplate",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "A new file names its licence in one line and does not tell "
               "it.",
    .bad = "+/* See the COPYING file in the top-level directory. */\n",
    .good = "+/* SPDX-License-Identifier: GPL-2.0-or-later */\n",
    .source = "1f59381d6c",
    .since = 100100,
    .check_patch = Check,
};

}  // namespace laio::style
