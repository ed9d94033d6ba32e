#include "tools/style/rules/new_file_license.h"

#include "tools/style/rules/spdx.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

bool MustHaveLicense(std::string_view path, bool data)
{
    return EndsWithOneOf(path, {".c", ".h", ".py", ".pl", ".inc", ".rs"}) ||
           (data && EndsWithOneOf(path, {".sh", ".json"})) ||
           Contains(path, "Makefile");
}

bool MustHaveLicenseIn100(std::string_view path)
{
    return EndsWithOneOf(
        path, {".c", ".h", ".py", ".pl", ".sh", ".json", ".inc", ".Makefile"});
}

std::string Required(std::string_view path)
{
    return "New file '" + std::string(path) +
           "' requires 'SPDX-License-Identifier'";
}

std::string Wanted(std::string_view path)
{
    return "Does new file '" + std::string(path) +
           "' need 'SPDX-License-Identifier'?";
}

bool IsNewFileMode(std::string_view text)
{
    constexpr std::string_view kStart = "new file mode";
    return StartsWith(text, kStart) &&
           Trim(text.substr(kStart.size())).find_first_not_of("0123456789") ==
               kNone;
}

}  // namespace

template <bool kRemoved, bool kData>
void RequireLicense(const PatchView &view, const Report &report)
{
    for (const FileChange &file : FilesOf(view)) {
        if (MustHaveLicense(file.path, kData) &&
            LacksLicense(view, file, kRemoved)) {
            ReportAtEnd(file, Required(file.path), report);
        }
    }
}

template <bool kRemoved>
void WantLicense(const PatchView &view, const Report &report)
{
    for (const FileChange &file : FilesOf(view)) {
        if (!MustHaveLicense(file.path, true) &&
            LacksLicense(view, file, kRemoved)) {
            ReportAtEnd(file, Wanted(file.path), report);
        }
    }
}

template <bool kRequired>
void AskByModeLine(const PatchView &view, const Report &report)
{
    bool is_open = false;
    std::string_view path;
    for (const HeaderLine &line : view.lines) {
        if (IsNewFileMode(line.text)) {
            if (is_open && MustHaveLicenseIn100(path) == kRequired) {
                report.AddAt(line.index,
                             kRequired ? Required(path) : Wanted(path));
            }
            is_open = true;
            path = line.path;
        } else if (!StartsWith(line.text, "+++ ") &&
                   Contains(line.text, kLicenseTag)) {
            is_open = false;
        }
    }
}

template void RequireLicense<true, true>(const PatchView &, const Report &);
template void RequireLicense<false, true>(const PatchView &, const Report &);
template void RequireLicense<false, false>(const PatchView &, const Report &);
template void WantLicense<true>(const PatchView &, const Report &);
template void WantLicense<false>(const PatchView &, const Report &);
template void AskByModeLine<true>(const PatchView &, const Report &);
template void AskByModeLine<false>(const PatchView &, const Report &);

}  // namespace laio::style
