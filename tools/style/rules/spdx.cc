#include "tools/style/rules/spdx.h"

#include <algorithm>
#include <array>

#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr std::string_view kFirstChoice = "GPL-2.0-or-later";
constexpr std::array<std::string_view, 6> kOtherChoices = {
    "GPL-2.0-only", "LGPL-2.1-only", "LGPL-2.1-or-later",
    "BSD-2-Clause", "BSD-3-Clause",  "MIT"};

void ReplaceAll(std::string *text, std::string_view what,
                std::string_view with)
{
    for (size_t at = text->find(what); at != kNone;
         at = text->find(what, at + with.size())) {
        text->replace(at, what.size(), with);
    }
}

// `A WITH B` as one word.
void JoinExceptions(std::string *text)
{
    for (size_t at = text->find("WITH"); at != kNone;
         at = text->find("WITH", at + 1)) {
        size_t begin = at, end = at + 4;
        while (begin > 0 && IsSpace((*text)[begin - 1])) {
            --begin;
        }
        end = SkipSpace(*text, end);
        if (begin < at && end > at + 4) {
            text->replace(begin, end - begin, "-WITH-");
        }
    }
}

bool IsForeign(std::string_view path)
{
    return Contains(path, "include/standard-headers") ||
           Contains(path, "linux-headers") || Contains(path, "checkpatch.pl");
}

// Names of files do not count.
bool IsRead(const HeaderLine &line, bool removed)
{
    bool is_name = line.names_file && StartsWith(line.text, "+++");
    return !is_name && (removed || !StartsWith(line.text, "-"));
}

}  // namespace

std::optional<std::string_view> LicenseIn(std::string_view text)
{
    size_t at = text.find("SPDX-License-Identifier: ");
    if (at == kNone) {
        return std::nullopt;
    }
    std::string_view rest = TrimRight(text.substr(at + kLicenseTag.size() + 2));
    if (EndsWith(rest, "*/")) {
        rest.remove_suffix(2);
    }
    return rest;
}

JudgedLicense JudgeLicense(std::string_view expression, std::string *storage)
{
    storage->assign(expression);
    for (std::string_view joint : {"(", ")", "OR", "AND"}) {
        ReplaceAll(storage, joint, " ");
    }
    JoinExceptions(storage);
    JudgedLicense judged;
    std::string_view text = Trim(*storage);
    while (!text.empty()) {
        std::string_view part = text.substr(0, text.find(' '));
        bool known = std::count(kOtherChoices.begin(), kOtherChoices.end(),
                                part) > 0;
        judged.is_second_choice = judged.is_second_choice || known;
        if (!known && part != kFirstChoice) {
            judged.unknown.push_back(part);
        }
        size_t next = text.find_first_not_of(' ', part.size());
        text = text.substr(std::min(next, text.size()));
    }
    return judged;
}

std::vector<LicenseLine> LicenseLines(const PatchView &view, bool removed)
{
    std::vector<LicenseLine> lines;
    for (const HeaderLine &line : view.lines) {
        std::optional<std::string_view> license = LicenseIn(line.text);
        if (license && IsRead(line, removed) && !IsForeign(line.path)) {
            // Since 10.2 more of a comment may follow (4b948222c0).
            size_t end = removed ? kNone : license->find("*/");
            lines.push_back({line.index, license->substr(0, end)});
        }
    }
    return lines;
}

bool LacksLicense(const PatchView &view, const FileChange &file, bool removed)
{
    if (file.action != FileAction::kNew) {
        return false;
    }
    size_t end = file.next.value_or(view.lines.size());
    for (size_t i = file.begin; i < end; ++i) {
        if (IsRead(view.lines[i], removed) && LicenseIn(view.lines[i].text)) {
            return false;
        }
    }
    return true;
}

}  // namespace laio::style
