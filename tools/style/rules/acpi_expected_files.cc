#include "tools/style/rule.h"
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

void Check(const PatchView &view, const Report &report)
{
    std::string expected, other;
    for (const HeaderLine &line : view.lines) {
        if (!line.names_file) {
            continue;
        }
        if (StartsWith(line.path, "tests/data/acpi/")) {
            expected = line.path;
        } else if (!IsAllowedList(line.path)) {
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

}  // namespace

extern const Rule kAcpiExpectedFiles{
    .name = "acpi-expected-files",
    .level = StyleLevel::kError,
    .gate = Gate::kPatch,
    .summary = "Expected ACPI tables change in a patch of their own.",
    .bad = "+++ b/tests/data/acpi/x\n",
    .good = "+++ b/tests/qtest/bios-tables-test-allowed-diff.h\n",
    .source = "e625ba2a41",
    .since = 40200,
    .check_patch = Check,
};

}  // namespace laio::style
