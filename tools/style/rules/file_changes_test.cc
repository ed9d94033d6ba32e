#include "tools/style/rules/file_changes.h"

#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

StyleResult CheckWith(const char *rule, const std::string &patch,
                      int version = kNewestQemuVersion)
{
    StyleOptions options;
    options.qemu_version = version;
    options.rules = {rule};
    return CheckPatch(patch, "x", options);
}

constexpr const char *kPatch = "diff --git a/a.c b/a.c\n"
                               "new file mode 100755\n"
                               "--- /dev/null\n"
                               "+++ b/a.c\n"
                               "@@ -0,0 +1 @@\n"
                               "+x;\n"
                               "diff --git a/b.c b/c.c\n"
                               "similarity index 100%\n"
                               "rename from b.c\n"
                               "rename to c.c\n";

TEST(FileChanges, TellWhatBecomesOfEachFile)
{
    PatchText patch = ParsePatch(kPatch);
    PatchView view(patch);
    std::vector<FileChange> files = FilesOf(view);
    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[0].path, "a.c");
    EXPECT_EQ(files[0].action, FileAction::kNew);
    EXPECT_EQ(files[0].mode, 0100755);
    EXPECT_EQ(files[0].start, 3u);
    EXPECT_EQ(files[0].next, 6u);
    EXPECT_EQ(files[1].path, "c.c");
    EXPECT_EQ(files[1].action, FileAction::kRenamed);
    EXPECT_EQ(files[1].start, 9u);
    EXPECT_EQ(files[1].next, std::nullopt);
}

TEST(FileChanges, CountFilesOfAPlainDiff)
{
    PatchText patch = ParsePatch("--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-x;\n"
                                 "+y;\n--- a/b.c\n+++ b/b.c\n");
    PatchView view(patch);
    std::vector<FileChange> files = FilesOf(view);
    ASSERT_EQ(files.size(), 2u);
    EXPECT_EQ(files[1].path, "b.c");
    EXPECT_EQ(files[1].action, FileAction::kModified);
}

TEST(FileChanges, MoveTheQuestionsSince101)
{
    EXPECT_EQ(ToTerse(CheckWith("execute-permission", kPatch)),
              "x:4: ERROR: do not set execute permissions for source "
              "files\n");
    EXPECT_EQ(ToTerse(CheckWith("execute-permission", kPatch, 100000)),
              "x:2: ERROR: do not set execute permissions for source "
              "files\n");
    EXPECT_EQ(ToTerse(CheckWith("maintainers-update", kPatch, 100100)),
              "x:10: WARNING: added, moved or deleted file(s):\n");
    EXPECT_EQ(ToTerse(CheckWith("maintainers-update", kPatch, 100000)),
              "x:2: WARNING: added, moved or deleted file(s), does "
              "MAINTAINERS need updating?\n");
    EXPECT_TRUE(CheckWith("maintainers-update", kPatch).clean());
}

TEST(FileChanges, AskOnceAboutAcpiTablesSince101)
{
    std::string patch = "diff --git a/tests/data/acpi/x b/tests/data/acpi/x\n"
                        "diff --git a/a.c b/a.c\n"
                        "diff --git a/b.c b/b.c\n";
    EXPECT_EQ(CheckWith("acpi-expected-files", patch, 90000).errors, 2);
    EXPECT_EQ(ToTerse(CheckWith("acpi-expected-files", patch)),
              "x:3: ERROR: Do not add expected files together with tests, "
              "follow instructions in tests/qtest/bios-tables-test.c. "
              "Files\n");
}

TEST(FileChanges, FindHeadersOfLinux)
{
    std::string ours = PatchOf("+x;\n");
    std::string both = ours + PatchOf("+x;\n", "linux-headers/a.h");
    EXPECT_TRUE(CheckWith("linux-header-script", ours).clean());
    EXPECT_EQ(CheckWith("linux-header-script", both).warnings, 1);
    EXPECT_TRUE(CheckWith("linux-header-alone", ours).clean());
    EXPECT_EQ(CheckWith("linux-header-alone", both).errors, 1);
    EXPECT_TRUE(CheckWith("linux-header-alone", both, 90000).clean());
}

}  // namespace
}  // namespace laio::style
