#include "tools/report/next_version.h"

#include <gtest/gtest.h>

#include "tools/git/tree.h"

namespace laio {
namespace {

std::string PatchText(const std::string &subject, const std::string &diff)
{
    return "From 0000000000000000000000000000000000000000 Mon Sep 17 "
           "00:00:00 2001\n"
           "From: An Author <a@example.org>\n"
           "Subject: " +
           subject +
           "\n\n"
           "Why.\n\n"
           "Signed-off-by: An Author <a@example.org>\n"
           "---\n"
           " aio.c | 1 +\n"
           " 1 file changed, 1 insertion(+)\n\n" +
           diff + "-- \nlaio\n\n";
}

// Adds `line` behind the lines of a file that has `before` many.
SalvageResult Mail(const std::string &subject, const std::string &context,
                   const std::string &line, const std::string &before)
{
    SalvageResult mail;
    mail.source = "mail";
    mail.subject = subject;
    SalvagedFile file;
    file.path = "aio.c";
    file.grade = Grade::kConsistent;
    file.before = before;
    file.after = before + line + "\n";
    mail.files = {file};
    mail.patch_text = PatchText(
        subject, "diff --git a/aio.c b/aio.c\nindex 1111111..2222222 100644\n"
                 "--- a/aio.c\n+++ b/aio.c\n@@ -1,1 +1,2 @@\n " +
                     context + "\n+" + line + "\n");
    return mail;
}

FixResult Mended(const SalvageResult &mail)
{
    return FixPatch(mail.patch_text, "mail");
}

ReviewReport Report()
{
    ReviewReport report;
    report.mails = {Mail("[PATCH v2] aio: more", "int a;", "\tint b;",
                         "int a;\n")};
    report.style = {Mended(report.mails[0])};
    return report;
}

TEST(NextVersion, IsNamedAndCountedOneOn)
{
    NextSeries next = NextVersion(Report());

    ASSERT_EQ(next.patches.size(), 1u);
    EXPECT_EQ(next.patches[0].name, "v3-0001-aio-more.patch");
    EXPECT_NE(next.patches[0].text.find("\nSubject: [PATCH v3] aio: more\n"),
              std::string::npos)
        << next.patches[0].text;
}

TEST(NextVersion, SaysBelowTheCutWhatChanged)
{
    std::string text = NextVersion(Report()).patches.at(0).text;

    EXPECT_NE(text.find("Signed-off-by: An Author <a@example.org>\n"
                        "---\n"
                        "v3: style only, as checkpatch asks for it:\n"
                        "  - code indent should never use tabs\n"
                        "\n"
                        " aio.c | 1 +\n"),
              std::string::npos)
        << text;
}

TEST(NextVersion, HasTheStyleMendedAndTheIdsOfTheResult)
{
    std::string text = NextVersion(Report()).patches.at(0).text;

    EXPECT_EQ(text.find('\t'), std::string::npos) << text;
    std::string after = BlobId("int a;\n        int b;\n").substr(0, 7);
    EXPECT_NE(text.find("index " + BlobId("int a;\n").substr(0, 7) + ".." +
                        after + " 100644\n"),
              std::string::npos)
        << text;
}

TEST(NextVersion, GivesNoTrailerThatNobodyGave)
{
    std::string text = NextVersion(Report()).patches.at(0).text;

    EXPECT_EQ(text.find("-by:"), text.rfind("-by:")) << text;
}

TEST(NextVersion, ThereIsNoneWhenNothingIsToBeMended)
{
    ReviewReport report;
    report.mails = {Mail("[PATCH] x", "int a;", "int b;", "int a;\n")};
    report.style = {Mended(report.mails[0])};

    NextSeries next = NextVersion(report);

    EXPECT_TRUE(next.patches.empty());
    EXPECT_EQ(next.notes.size(), 1u);
}

TEST(NextVersion, ThereIsNoneOfAPatchWithHoles)
{
    ReviewReport report = Report();
    report.mails[0].files[0].grade = Grade::kFailed;

    NextSeries next = NextVersion(report);

    EXPECT_TRUE(next.patches.empty());
    EXPECT_EQ(next.notes.size(), 1u);
}

TEST(NextVersion, OfASeriesHasEveryPatch)
{
    ReviewReport report = Report();
    report.mails.push_back(Mail("[PATCH v2 2/2] aio: yet more", "int a;",
                                "int c;", "int a;\n"));
    report.style.push_back(Mended(report.mails[1]));

    NextSeries next = NextVersion(report);

    ASSERT_EQ(next.patches.size(), 2u);
    EXPECT_EQ(next.patches[1].name, "v3-0002-aio-yet-more.patch");
    EXPECT_NE(next.patches[1].text.find("\nv3: no change\n"),
              std::string::npos)
        << next.patches[1].text;
}

TEST(NextVersion, LeavesTheStyleOfLinesThatALaterPatchBuildsOn)
{
    ReviewReport report = Report();
    report.mails.push_back(Mail("[PATCH v2] aio: yet more", "\tint b;",
                                "  int c; ", "int a;\n\tint b;\n"));
    std::string &text = report.mails[1].patch_text;
    text.replace(text.find("@@ -1,1 +1,2 @@"), 15, "@@ -2,1 +2,2 @@");
    report.style.push_back(Mended(report.mails[1]));

    NextSeries next = NextVersion(report);

    ASSERT_EQ(next.patches.size(), 2u);
    EXPECT_NE(next.patches[0].text.find("\n+\tint b;\n"), std::string::npos);
    EXPECT_EQ(next.notes.size(), 1u);
}

}  // namespace
}  // namespace laio
