#include "tools/patch/commit_words.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(CleanSubject, LosesRepliesAndBrackets)
{
    EXPECT_EQ(CleanSubject("Re: [PATCH v2 03/10] [for-9.0] block:  fix"),
              "block: fix");
    EXPECT_EQ(CleanSubject("block: [x] stays"), "block: [x] stays");
    EXPECT_EQ(CleanSubject("[unclosed"), "[unclosed");
}

TEST(CleanMessage, KeepsOneEmptyLineBetweenParagraphs)
{
    EXPECT_EQ(CleanMessage("\n\na  \n\n\n\nb\t\n  c\n\n"), "a\n\nb\n  c\n");
    EXPECT_EQ(CleanMessage(" \n"), "");
}

struct Spelling {
    const char *from;
    const char *author;
};

class CleanAuthorTest : public testing::TestWithParam<Spelling> {};

TEST_P(CleanAuthorTest, IsNameAndAddress)
{
    EXPECT_EQ(CleanAuthor(GetParam().from), GetParam().author);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, CleanAuthorTest,
    testing::Values(
        Spelling{"Ann Author <ann@example.org>",
                 "Ann Author <ann@example.org>"},
        Spelling{"\"Author, Ann\" <ann@example.org>",
                 "Author, Ann <ann@example.org>"},
        Spelling{"ann@example.org (Ann Author)",
                 "Ann Author <ann@example.org>"},
        Spelling{"ann@example.org", "ann@example.org <ann@example.org>"},
        Spelling{"<ann@example.org>", "ann@example.org <ann@example.org>"}));

Mail MailOf(const std::string &subject)
{
    Mail mail;
    mail.from = "A Sender <sender@example.org>";
    mail.date = "Tue, 12 Jul 2016 17:25:00 +0200";
    mail.subject = subject;
    return mail;
}

TEST(WordsOfMail, EndAtTheLineOfDashes)
{
    CommitWords words = WordsOfMail(MailOf("[PATCH] fix"),
                                    "Why.\n\nSigned-off-by: A\n---\n"
                                    " a | 1 +\n");
    EXPECT_EQ(words.author, "A Sender <sender@example.org>");
    EXPECT_EQ(words.message, "fix\n\nWhy.\n\nSigned-off-by: A\n");
}

TEST(WordsOfMail, AreThereWithoutAHeader)
{
    CommitWords words = WordsOfMail(Mail(), "");
    EXPECT_EQ(words.author, "Unknown Author <unknown@localhost>");
    EXPECT_EQ(words.message, "a patch without a message\n");
}

TEST(WordsOfMail, AreThoseOfMercurialToo)
{
    CommitWords words = WordsOfMail(
        Mail(), "# HG changeset patch\n# User Ann <ann@example.org>\n"
                "# Date 1468336000 -7200\n# Node ID 1\nfix\n\nWhy.\n");
    EXPECT_EQ(words.author, "Ann <ann@example.org>");
    EXPECT_EQ(words.date, "Tue, 12 Jul 2016 17:06:40 +0200");
    EXPECT_EQ(words.message, "fix\n\nWhy.\n");
}

TEST(WordsOfMail, TakeFieldsOfTheBodyFirst)
{
    CommitWords words = WordsOfMail(
        MailOf("[PATCH] fix"),
        "From: Ann Author <ann@example.org>\nSubject: a better\n subject\n\n"
        "From: here on it is text.\n");
    EXPECT_EQ(words.author, "Ann Author <ann@example.org>");
    EXPECT_EQ(words.message,
              "a better subject\n\nFrom: here on it is text.\n");
}

}  // namespace
}  // namespace laio
