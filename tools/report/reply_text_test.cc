#include "tools/report/reply_text.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tools/report/example_report.h"

namespace laio {
namespace {

// The example, its hunk grown so that the error is on line 12 of the file.
ReviewReport Report()
{
    ReviewReport report = ExampleReport();
    report.mails[0].message = "It is faster.\n\nSigned-off-by: A\n";
    Hunk hunk{9, 1, 9, 8, " struct Ring {", {}};
    for (int line = 9; line < 17; line++) {
        hunk.lines.push_back({line == 12 ? LineKind::kAdded
                                         : LineKind::kContext,
                              "line " + std::to_string(line)});
    }
    report.mails[0].patch.files[0].hunks = {hunk};
    return report;
}

size_t Position(const std::string &text, const std::string &part)
{
    size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part << "\nin\n" << text;
    return at;
}

TEST(ReplyText, BeginsAsMailProgramsDo)
{
    EXPECT_EQ(ReplyText(Report()).find(
                  "On Tue, 1 Mar 2022 10:00:00 +0000, An Author wrote:\n"
                  "> It is faster.\n"
                  ">\n"
                  "> Signed-off-by: A\n"),
              0u)
        << ReplyText(Report());
}

TEST(ReplyText, AnswersUnderTheLineThatAFindingIsAbout)
{
    EXPECT_NE(ReplyText(Report()).find(
                  "> +line 12\n"
                  "\n"
                  "checkpatch: code indent should never use tabs.\n"
                  "\n"),
              std::string::npos)
        << ReplyText(Report());
}

TEST(ReplyText, LeavesOutWhatItHasNothingToSayAbout)
{
    std::string text = ReplyText(Report());

    EXPECT_EQ(text.find("line 15"), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("\n\n> [...]\n")) << text;
}

TEST(ReplyText, ShowsWhatBreaksUnderTheMessage)
{
    std::string text = ReplyText(Report());

    EXPECT_LT(Position(text, "> Signed-off-by: A\n"),
              Position(text, "ring/nested-poll/each-event-once: fail\n"));
    EXPECT_LT(Position(text, "<-- broken here"),
              Position(text, "> diff --git"));
}

TEST(ReplyText, KeepsBytesThatSteerATerminalToItself)
{
    ReviewReport report = Report();
    report.mails[0].message = "a\x1b[31mb\n";

    EXPECT_NE(ReplyText(report).find("> a?[31mb\n"), std::string::npos);
}

TEST(ReplyText, AnswersEachPatchOfASeries)
{
    std::string text = ReplyText(ExampleSeries());

    // The third breaks nothing that the second has not broken.
    size_t second = text.find(" wrote:", text.find(" wrote:") + 1);
    ASSERT_NE(second, std::string::npos) << text;
    EXPECT_GT(Position(text, "each-event-once"), second);
    EXPECT_EQ(text.rfind("each-event-once: fail"),
              text.find("each-event-once: fail"));
}

TEST(ReplyText, OwnLinesAreAtMostAsWideAsAMail)
{
    std::istringstream lines(ReplyText(Report()));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_TRUE(line.size() <= 76 || line[0] == '>') << line;
    }
}

}  // namespace
}  // namespace laio
