#include "tools/report/annotated_patch.h"

#include <gtest/gtest.h>

#include "tools/report/compiler_messages.h"

namespace laio {
namespace {

// Lines 10 to 14 of a file: a, then b, c and d added, then e.
ReviewReport ThreeLinesAdded()
{
    FilePatch file;
    file.old_path = file.new_path = "aio.c";
    file.hunks.push_back({10, 2, 10, 5, "",
                          {{LineKind::kContext, "a"},
                           {LineKind::kAdded, "b"},
                           {LineKind::kAdded, "c"},
                           {LineKind::kAdded, "d"},
                           {LineKind::kContext, "e"}}});
    ReviewReport report;
    report.mails.resize(1);
    report.mails[0].patch.files = {file};
    report.style.resize(1);
    return report;
}

Finding On(int line, const std::string &rule, const std::string &file = "aio.c")
{
    Finding finding;
    finding.file = file;
    finding.line = line;
    finding.rule = rule;
    finding.message = "about " + rule;
    return finding;
}

TEST(AnnotatePatch, PutsAFindingUnderItsLine)
{
    ReviewReport report = ThreeLinesAdded();
    report.style[0].before.findings = {On(12, "tabs")};

    AnnotatedPatch patch = AnnotatePatch(report, 0);

    ASSERT_EQ(patch.rows.size(), 7u);  // file, hunk, five lines
    EXPECT_EQ(patch.rows[4].text, "c");
    EXPECT_EQ(patch.rows[4].new_line, 12);
    ASSERT_EQ(patch.rows[4].notes.size(), 1u);
    EXPECT_EQ(patch.rows[4].notes[0].text, "about tabs");
    EXPECT_TRUE(patch.rows[4].notes[0].mended);
}

TEST(AnnotatePatch, SaysOnceWhatIsTrueOfLinesInARow)
{
    ReviewReport report = ThreeLinesAdded();
    report.style[0].before.findings = {On(11, "tabs"), On(12, "tabs"),
                                       On(12, "braces"), On(13, "tabs")};

    AnnotatedPatch patch = AnnotatePatch(report, 0);

    ASSERT_EQ(patch.rows[3].notes.size(), 1u);
    EXPECT_EQ(patch.rows[3].notes[0].more, 2);
    ASSERT_EQ(patch.rows[4].notes.size(), 1u);
    EXPECT_EQ(patch.rows[4].notes[0].rule, "braces");
    EXPECT_TRUE(patch.rows[5].notes.empty());
}

TEST(AnnotatePatch, WhatIsLeftForTheAuthorIsNotMended)
{
    ReviewReport report = ThreeLinesAdded();
    report.style[0].before.findings = {On(11, "long")};
    report.style[0].after.findings = {On(11, "long")};

    EXPECT_FALSE(AnnotatePatch(report, 0).rows[3].notes.at(0).mended);
}

TEST(AnnotatePatch, KeepsWhatIsAboutNoLine)
{
    ReviewReport report = ThreeLinesAdded();
    report.style[0].before.findings = {On(0, "signoff", "")};

    EXPECT_EQ(AnnotatePatch(report, 0).general.size(), 1u);
}

TEST(AnnotatePatch, PutsWarningsOfTheCompilerUnderTheirLines)
{
    ReviewReport report = ThreeLinesAdded();
    report.judged = JudgedFile{"aio.c", {}, {}, {}, {}};
    report.judged->after.compiled = Compiled{
        true, "", "aio.c:13:9: warning: unused variable 'd'\n", 1, 0};

    AnnotatedPatch patch = AnnotatePatch(report, 0);

    ASSERT_EQ(patch.rows[5].notes.size(), 1u);
    EXPECT_EQ(patch.rows[5].notes[0].text, "unused variable 'd'");
}

TEST(CompilerMessages, ReadsErrorsAndWarningsOfOneFile)
{
    std::vector<CompilerMessage> messages = CompilerMessages(
        "aio.c: In function 'f':\n"
        "aio.c:1:2: error: expected ';'\n"
        "    1 | int a\n"
        "aio.c:1:3: note: here\n"
        "aio.h:4:1: warning: elsewhere\n"
        "aio.c:7: fatal error: x.h: No such file\n",
        "aio.c");

    ASSERT_EQ(messages.size(), 2u);
    EXPECT_EQ(messages[0].line, 1);
    EXPECT_EQ(messages[0].text, "expected ';'");
    EXPECT_EQ(messages[1].line, 7);
    EXPECT_EQ(messages[1].level, "error");
}

}  // namespace
}  // namespace laio
