// SPDX lines: `SPDX-License-Identifier: GPL-2.0-or-later`.

#ifndef TOOLS_STYLE_RULES_SPDX_H
#define TOOLS_STYLE_RULES_SPDX_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/style/rule.h"
#include "tools/style/rules/file_changes.h"

namespace laio::style {

inline constexpr std::string_view kLicenseTag = "SPDX-License-Identifier";

// The expression behind the tag, without the end of its comment.
std::optional<std::string_view> LicenseIn(std::string_view text);

// A licence expression, by what QEMU thinks of its parts.
struct JudgedLicense {
    std::vector<std::string_view> unknown;
    bool is_second_choice = false;  // one of the others that are welcome
};

// Keeps: parts point into `storage`, which is overwritten.
JudgedLicense JudgeLicense(std::string_view expression, std::string *storage);

struct LicenseLine {
    size_t index = 0;  // in PatchText::lines
    std::string_view expression;
};

// The lines that name a licence of a file that QEMU keeps itself.
//
//   removed  whether removed lines count, as they did before 10.2 (24e51fc773)
std::vector<LicenseLine> LicenseLines(const PatchView &view, bool removed);

// Whether a new file names no licence.
bool LacksLicense(const PatchView &view, const FileChange &file, bool removed);

}  // namespace laio::style

#endif  // TOOLS_STYLE_RULES_SPDX_H
