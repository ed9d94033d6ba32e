#include "tools/style/rule.h"
#include "tools/style/scan.h"

namespace laio::style {
namespace {

constexpr std::string_view kAsserts[] = {
    "g_assert_cmpstr(",
    "g_assert_cmpint(",
    "g_assert_cmpuint(",
    "g_assert_cmphex(",
    "g_assert_cmpfloat(",
    "g_assert_true(",
    "g_assert_false(",
    "g_assert_nonnull(",
    "g_assert_null(",
    "g_assert_no_error(",
    "g_assert_error(",
    "g_test_assert_expected_messages(",
    "g_test_trap_assert_passed(",
    "g_test_trap_assert_stdout(",
    "g_test_trap_assert_stdout_unmatched(",
    "g_test_trap_assert_stderr(",
    "g_test_trap_assert_stderr_unmatched("};

void Check(const LineView &view, const Report &report)
{
    if (!Contains(view.bare, "assert") ||
        StartsWith(view.hunk.path, "tests/")) {
        return;
    }
    for (std::string_view name : kAsserts) {
        size_t column = FindStart(view.bare, name);
        if (column != kNone) {
            report.Add(view, column, "Use g_assert or g_assert_not_reached");
            return;
        }
    }
}

}  // namespace

extern const Rule kGlibAsserts{
    .name = "glib-asserts",
    .level = StyleLevel::kError,
    .gate = Gate::kC,
    .needs = "assert",
    .summary = "GLib's asserts for tests may go on after a failure.",
    .bad = "    g_assert_cmpint(a, ==, b);\n",
    .good = "    g_assert(a == b);\n",
    .source = "6e9389563e",
    .since = 21000,
    .check_line = Check,
};

}  // namespace laio::style
