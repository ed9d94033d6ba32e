#include "tools/patch/commit_text.h"

#include <gtest/gtest.h>

#include "tools/patch/locate.h"

namespace laio {
namespace {

constexpr const char *kDiff =
    "diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n";

std::string MessageOf(const std::string &body)
{
    Mail mail;
    mail.body = body;
    WordStream stream = MakeWordStream(mail.body);
    std::vector<LocatedFile> files = LocateFiles(stream);
    EXPECT_FALSE(files.empty());
    return ReadCommitText(mail, stream, files[0].begin).message;
}

std::string Quoted(std::string text)
{
    std::string out = "> ";
    for (char c : text.substr(0, text.size() - 1)) {
        out += c == '\n' ? "\n> " : std::string(1, c);
    }
    return out + "\n";
}

TEST(CommitText, EndsBeforeTheDiffWhereNoLineSaysSo)
{
    EXPECT_EQ(MessageOf(std::string("Why.\n\n") + kDiff), "Why.\n");
    EXPECT_EQ(MessageOf(Quoted(std::string("Why.\n\n") + kDiff)), "Why.\n");
    EXPECT_EQ(MessageOf(std::string("> Why. > ") + "diff --git a/a.c b/a.c > "
                        "--- a/a.c > +++ b/a.c > @@ -1 +1 @@ > -a > +b\n"),
              "Why.\n");
}

TEST(CommitText, HasNoBlanksAtTheEndsOfLines)
{
    EXPECT_EQ(MessageOf(std::string("One. \n \nTwo.\t\n---\n") + kDiff),
              "One.\n\nTwo.\n");
}

TEST(CommitText, HasNoLineThatGitWouldTakeForTheDiff)
{
    EXPECT_EQ(MessageOf(std::string("It was\ndiff -u a b\n--- a/x\nIndex: y\n"
                                    "---\n") + kDiff),
              "It was\n diff -u a b\n --- a/x\n Index: y\n");
}

}  // namespace
}  // namespace laio
