#include "tools/style/rule.h"
#include "tools/style/rules/file_changes.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

// Any byte may stand for the dot.
bool IsAllowedList(std::string_view path)
{
    constexpr std::string_view kBefore =
        "tests/qtest/bios-tables-test-allowed-diff";
    return path.size() == kBefore.size() + 2 && StartsWith(path, kBefore) &&
           path.back() == 'h';
}

// Before 5.1 the list of allowed changes counted as expected (e11b06a880).
template <bool kListIsExpected>
void CheckNames(const PatchView &view, const Report &report)
{
    std::string expected, other;
    for (const HeaderLine &line : view.lines) {
        if (!line.names_file) {
            continue;
        }
        bool is_list = IsAllowedList(line.path);
        if (StartsWith(line.path, "tests/data/acpi/") ||
            (kListIsExpected && is_list)) {
            expected = line.path;
        } else if (!is_list) {
            other = line.path;
        }
        if (!expected.empty() && !other.empty()) {
            report.AddAt(line.index,
                         "Do not add expected files together with tests, "
                         "follow instructions in "
                         "tests/qtest/bios-tables-test.c: both " +
                             expected + " and " + other + " found");
        }
    }
}

// Since 10.1 each file counts once, and the answer comes at the end
// (9bec5f93e7).
void Check(const PatchView &view, const Report &report)
{
    bool expected = false, other = false;
    for (const FileChange &file : FilesOf(view)) {
        bool is_expected = StartsWith(file.path, "tests/data/acpi/");
        expected = expected || is_expected;
        other = other || (!is_expected && !IsAllowedList(file.path));
    }
    if (expected && other) {
        report.AddToPatch("Do not add expected files together with tests, "
                        "follow instructions in "
                        "tests/qtest/bios-tables-test.c. Files");
    }
}

constexpr RulePast kPast[] = {
    {.until = 50100, .check_patch = CheckNames<true>},
    {.until = 100100, .check_patch = CheckNames<false>},
};

}  // namespace

extern const Rule kAcpiExpectedFiles{
    .name = "acpi-expected-files",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Expected ACPI tables change in a patch of their own.",
    .bad = "+++ b/tests/data/acpi/x\n",
    .good = "+++ b/tests/qtest/bios-tables-test-allowed-diff.h\n",
    .source = "9bec5f93e7",
    .since = 50000,
    .past = kPast,
    .check_patch = Check,
};

}  // namespace laio::style
