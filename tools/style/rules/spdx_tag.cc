#include "tools/style/rules/spdx.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// `SPDX-Something:` without its colon, or "".
std::string_view TagIn(std::string_view text)
{
    for (size_t at = text.find("SPDX-"); at != kNone;
         at = text.find("SPDX-", at + 1)) {
        size_t end = at + 5;
        while (end < text.size() && (IsWord(text[end]) || text[end] == '-')) {
            ++end;
        }
        if (end > at + 5 && At(text, end, ":")) {
            return text.substr(at, end - at);
        }
    }
    return {};
}

void Check(const PatchView &view, const Report &report)
{
    for (const HeaderLine &line : view.lines) {
        bool is_name = line.names_file && StartsWith(line.text, "+++");
        std::string_view tag = is_name ? "" : TagIn(line.text);
        if (!tag.empty() && tag != kLicenseTag) {
            report.AddAt(line.index,
                         "Tag " + std::string(tag) +
                             " not permitted in QEMU code, valid choices "
                             "are: " +
                             std::string(kLicenseTag));
        }
    }
}

}  // namespace

extern const Rule kSpdxTag{
    .name = "spdx-tag",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Of SPDX tags only the one of the licence is used.",
    .bad = "/* SPDX-FileCopyrightText: A Developer */\n",
    .good = "/* Copyright A Developer */\n",
    .source = "6b7521818b",
    .since = 100000,
    .reads_files = true,
    .check_patch = Check,
};

}  // namespace laio::style
