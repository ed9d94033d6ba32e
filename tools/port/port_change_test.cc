#include "tools/port/port_change.h"

#include <gtest/gtest.h>

namespace laio::port {
namespace {

const std::string kId(40, 'a');

RangeCommit Change(const std::string &path, const std::string &before,
                   const std::string &after)
{
    RangeCommit change;
    change.id = kId;
    change.author = "Ann Author <ann@example.org>";
    change.date = "Tue, 12 Jul 2016 17:25:00 +0200";
    change.subject = "linux-aio: one more";
    change.body = "Why it is so.\n\nSigned-off-by: Ann <ann@example.org>\n";
    change.files.push_back({path, path, before, after});
    return change;
}

PortedChange Port(const RangeCommit &change, const std::string &path,
                  const std::string &target)
{
    MemoryTree tree;
    tree.Put(path, target);
    auto ported = PortChange(change, tree);
    EXPECT_TRUE(ported);
    return ported ? *ported : PortedChange();
}

bool Has(const PortedChange &change, const std::string &text)
{
    return change.mail.find(text) != std::string::npos;
}

TEST(PortChangeTest, MailKeepsAuthorAndMessageAndNamesTheOrigin)
{
    PortedChange ported =
        Port(Change("a.c", "int a = 1;\n", "int a = 2;\n"), "a.c",
             "int b;\nint a = 1;\n");
    EXPECT_TRUE(Has(ported, "From: Ann Author <ann@example.org>\n"));
    EXPECT_TRUE(Has(ported, "Date: Tue, 12 Jul 2016 17:25:00 +0200\n"));
    EXPECT_TRUE(Has(ported, "Subject: [PATCH] linux-aio: one more\n"));
    EXPECT_TRUE(Has(ported, "Signed-off-by: Ann <ann@example.org>\n"
                            "(cherry picked from commit " + kId + ")\n---\n"));
    EXPECT_TRUE(Has(ported, "-int a = 1;\n+int a = 2;\n"));
    EXPECT_EQ(ported.after.at("a.c"), "int b;\nint a = 2;\n");
}

TEST(PortChangeTest, ChangeOfOursGoesToQemusFileInC)
{
    PortedChange ported =
        Port(Change("block/linux_aio.cc",
                    "void f(S *s)\n{\n    g(s);\n}\n",
                    "void f(S *s)\n{\n    g(s);\n    s->x = nullptr;\n}\n"),
             "block/linux-aio.c", "void f(S *s)\n{\n    g(s);\n}\n");
    EXPECT_EQ(ported.after.at("block/linux-aio.c"),
              "void f(S *s)\n{\n    g(s);\n    s->x = NULL;\n}\n");
    EXPECT_TRUE(Has(ported, "(ported from commit " + kId +
                                ",\n block/linux_aio.cc)\n---\n"));
}

TEST(PortChangeTest, PatchWithoutACommitClaimsNone)
{
    RangeCommit change = Change("a.c", "int a = 1;\n", "int a = 2;\n");
    change.id.clear();
    PortedChange ported = Port(change, "a.c", "int a = 1;\n");
    EXPECT_TRUE(Has(ported, "\n(ported from a patch to a.c)\n"));
    EXPECT_FALSE(Has(ported, "cherry picked"));
}

TEST(PortChangeTest, MessageEndsWhereGitAmWouldSeeAPatch)
{
    RangeCommit change = Change("a.c", "int a = 1;\n", "int a = 2;\n");
    change.body = "diff --git a/a.c b/a.c\n";
    PortedChange ported = Port(change, "a.c", "int a = 1;\n");
    EXPECT_TRUE(Has(ported, "8bit\n\n(cherry picked from"));
}

TEST(PortChangeTest, NothingToDoMakesNoMail)
{
    PortedChange ported =
        Port(Change("a.c", "int a = 1;\n", "int a = 2;\n"), "a.c",
             "int a = 2;\n");
    EXPECT_TRUE(ported.AlreadyThere());
    EXPECT_EQ(ported.mail, "");
    EXPECT_TRUE(ported.after.empty());
}

TEST(PortChangeTest, FileThatTheTargetLacksIsLeftToDo)
{
    PortedChange ported = Port(
        Change("a.c", "int a = 1;\n", "int a = 2;\n"), "b.c", "int b;\n");
    EXPECT_FALSE(ported.Complete());
    EXPECT_EQ(ported.files.at(0).hunks.at(0).reason,
              "there is no such file here");
}

TEST(PortChangeTest, NoteStandsWhereGitAmDropsIt)
{
    EXPECT_EQ(WithNote("Why.\n---\n stat\n", "Note."),
              "Why.\n---\nNote.\n\n stat\n");
}

}  // namespace
}  // namespace laio::port
