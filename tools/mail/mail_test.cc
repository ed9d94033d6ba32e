#include "tools/mail/mail.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace laio {
namespace {

Mail Only(std::string_view bytes)
{
    Result<std::vector<Mail>> mails = DecodeMail(bytes, "test");
    EXPECT_TRUE(mails) << (mails ? "" : mails.error().message);
    EXPECT_EQ(mails->size(), 1u);
    return mails->front();
}

bool Undone(const Mail &mail, const std::string &step)
{
    return std::find(mail.decoded.begin(), mail.decoded.end(), step) !=
           mail.decoded.end();
}

constexpr const char *kHeader =
    "From: Ann Author <ann@example.org>\n"
    "Date: Tue, 12 Jul 2016 17:25:00 +0200\n"
    "Subject: [PATCH] a subject\n"
    "Message-Id: <1@example.org>\n"
    "MIME-Version: 1.0\n";

TEST(DecodeMail, RefusesEmptyInput)
{
    for (const char *empty : {"", " \n\n\t\n"}) {
        auto mails = DecodeMail(empty, "empty.txt");
        ASSERT_FALSE(mails);
        EXPECT_EQ(mails.error().kind, ErrorKind::kBadInput);
        EXPECT_TRUE(mails.error().message.starts_with("empty.txt:1: "));
    }
}

TEST(DecodeMail, RefusesNulBytesAndNamesTheLine)
{
    auto mails = DecodeMail(std::string_view("a\nb\0c\n", 6), "x");
    ASSERT_FALSE(mails);
    EXPECT_TRUE(mails.error().message.starts_with("x:2: "));
}

TEST(DecodeMail, RefusesNulBytesThatAreEncoded)
{
    auto mails = DecodeMail(std::string(kHeader) +
                                "Content-Transfer-Encoding: base64\n\n"
                                "YQBiCg==\n",
                            "x");
    ASSERT_FALSE(mails);
    EXPECT_TRUE(mails.error().message.starts_with("x:1: cannot decode: a NUL"));
}

TEST(DecodeMail, TakesTextWithoutAHeaderAsABody)
{
    Mail mail = Only("On Monday, Ann wrote:\n> hello\n");
    EXPECT_EQ(mail.from, "");
    EXPECT_EQ(mail.body, "On Monday, Ann wrote:\n> hello\n");
    EXPECT_EQ(mail.body_line, 1);
    EXPECT_TRUE(mail.decoded.empty());
}

TEST(DecodeMail, ReadsHeaderFields)
{
    Mail mail = Only(std::string(kHeader) + "\nthe body\n");
    EXPECT_EQ(mail.from, "Ann Author <ann@example.org>");
    EXPECT_EQ(mail.date, "Tue, 12 Jul 2016 17:25:00 +0200");
    EXPECT_EQ(mail.subject, "[PATCH] a subject");
    EXPECT_EQ(mail.message_id, "<1@example.org>");
    EXPECT_EQ(mail.body, "the body\n");
    EXPECT_EQ(mail.body_line, 7);
}

TEST(DecodeMail, UnfoldsAndDecodesHeaders)
{
    Mail mail = Only("From: =?UTF-8?Q?J=C3=B6rg?= <j@example.org>\n"
                     "Subject: [PATCH] a long subject that\n"
                     " goes on here\n\nbody\n");
    EXPECT_EQ(mail.from, "J\xC3\xB6rg <j@example.org>");
    EXPECT_EQ(mail.subject, "[PATCH] a long subject that goes on here");
}

TEST(DecodeMail, SplitsAnMboxAtMailsOnly)
{
    std::string box = std::string("From a Mon Sep 17 00:00:00 2001\n") +
                      kHeader + "\nfirst\n\nFrom here on it is text\n\n" +
                      "From b Mon Sep 17 00:00:00 2001\n" + kHeader +
                      "\nsecond\n";
    auto mails = DecodeMail(box, "box");
    ASSERT_TRUE(mails);
    ASSERT_EQ(mails->size(), 2u);
    EXPECT_NE((*mails)[0].body.find("From here on"), std::string::npos);
    EXPECT_EQ((*mails)[1].body, "second\n");
}

TEST(DecodeMail, DecodesQuotedPrintable)
{
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: text/plain; charset=utf-8\n"
                     "Content-Transfer-Encoding: quoted-printable\n\n"
                     "a =3D b; a line that is cut=\n here\n");
    EXPECT_EQ(mail.body, "a = b; a line that is cut here\n");
    EXPECT_TRUE(Undone(mail, "quoted-printable"));
    EXPECT_EQ(mail.body_line, 0);
}

TEST(DecodeMail, DecodesBase64WithCarriageReturnsInside)
{
    // "+int a;\r\n+int b;\r\n"
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: text/plain; charset=utf-8\n"
                     "Content-Transfer-Encoding: base64\n\n"
                     "K2ludCBhOw0KK2ludCBiOw0K\n");
    EXPECT_EQ(mail.body, "+int a;\n+int b;\n");
    EXPECT_TRUE(Undone(mail, "base64"));
    EXPECT_TRUE(Undone(mail, "crlf"));
}

TEST(DecodeMail, KeepsCarriageReturnsThatAreContent)
{
    Mail mail = Only("+int a;\r\n+int b;\n");
    EXPECT_EQ(mail.body, "+int a;\r\n+int b;\n");
    EXPECT_FALSE(Undone(mail, "crlf"));
}

TEST(DecodeMail, BringsOtherCharsetsToUtf8)
{
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: text/plain; charset=iso-8859-1\n"
                     "Content-Transfer-Encoding: 8bit\n\nJ\xF6rg\n");
    EXPECT_EQ(mail.body, "J\xC3\xB6rg\n");
    EXPECT_TRUE(Undone(mail, "charset=iso-8859-1"));
}

TEST(DecodeMail, JoinsFlowedLinesAndRemovesStuffing)
{
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: text/plain; format=flowed\n\n"
                     "  context\n+added line that \nis long\n > no quote\n");
    EXPECT_EQ(mail.body,
              " context\n+added line that is long\n> no quote\n");
    EXPECT_TRUE(Undone(mail, "format=flowed"));
}

TEST(DecodeMail, DropsTheBlankOfASoftBreakWithDelSp)
{
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: text/plain; format=flowed; delsp=yes\n\n"
                     "+added li \nne\n");
    EXPECT_EQ(mail.body, "+added line\n");
}

TEST(DecodeMail, TakesTextAndAttachedPatchesOfAMultipart)
{
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: multipart/mixed; boundary=XX\n\n"
                     "--XX\nContent-Type: text/plain\n\nsee below\n"
                     "--XX\nContent-Type: text/x-patch; name=a.patch\n"
                     "Content-Disposition: attachment; filename=a.patch\n"
                     "Content-Transfer-Encoding: base64\n\n"
                     "K2ludCBhOwo=\n--XX--\n");
    EXPECT_EQ(mail.body, "see below\n+int a;\n");
    EXPECT_TRUE(Undone(mail, "attachment"));
}

TEST(DecodeMail, GivesAttachedMailsAsMailsOfTheirOwn)
{
    std::string part =
        "--XX\nContent-Type: text/x-patch; name=a.patch\n"
        // Of a mail from b@example.org with the line "+int a;".
        "Content-Disposition: attachment; filename=a.patch\n"
        "Content-Transfer-Encoding: base64\n\n"
        "RnJvbSAwIE1vbiBTZXAgMTcgMDA6MDA6MDAgMjAwMQpGcm9tOiBiQGV4YW1w\n"
        "bGUub3JnClN1YmplY3Q6IFtQQVRDSF0gYXR0YWNoZWQKCitpbnQgYTsK\n";
    auto mails = DecodeMail(std::string(kHeader) +
                                "Content-Type: multipart/mixed; boundary=XX\n"
                                "\n--XX\nContent-Type: text/plain\n\n"
                                "see below\n" + part + part + "--XX--\n",
                            "test");
    ASSERT_TRUE(mails);
    ASSERT_EQ(mails->size(), 3u);
    EXPECT_EQ((*mails)[0].body, "see below");
    EXPECT_EQ((*mails)[1].subject, "[PATCH] attached");
    EXPECT_EQ((*mails)[2].body, "+int a;\n");
}

TEST(DecodeMail, ReadsTextThatBeginsWithAByteOrderMark)
{
    EXPECT_EQ(Only("\xEF\xBB\xBF+int a;\n").body, "+int a;\n");
    EXPECT_EQ(Only(std::string_view("\xFF\xFE+\0a\0\n\0", 8)).body, "+a\n");
    EXPECT_EQ(Only(std::string_view("\xFE\xFF\0+\0a\0\n", 8)).body, "+a\n");
}

TEST(DecodeMail, TakesTheMarkOffFromLinesOfAMailbox)
{
    std::string box = std::string("From a Mon Sep 17 00:00:00 2001\n") +
                      kHeader + "\nText.\n\n>From here on.\n\n"
                                "> quoted\n>From quoted text\n";
    Mail mail = Only(box);
    EXPECT_EQ(mail.body, "Text.\n\nFrom here on.\n\n"
                         "> quoted\n>From quoted text\n");
    EXPECT_TRUE(Undone(mail, "mboxrd"));
}

TEST(DecodeMail, ReadsAWebPageWithoutAHeader)
{
    Mail mail = Only("<!DOCTYPE html>\n<html><body><pre>+if (a &lt; b)\n"
                     "</pre></body></html>\n");
    EXPECT_NE(mail.body.find("+if (a < b)\n"), std::string::npos);
    EXPECT_TRUE(Undone(mail, "html"));
}

TEST(DecodeMail, UndoesEntitiesThatAnArchiveEscapedOnceMore)
{
    Mail mail = Only("<!DOCTYPE html>\n<html><body>A &amp; B<pre>+if (a "
                     "&amp;lt; b &amp;amp;&amp;amp; c)\n</pre></body>"
                     "</html>\n");
    EXPECT_NE(mail.body.find("+if (a < b && c)\n"), std::string::npos);
}

TEST(DecodeMail, UndoesEntitiesOfADiffWithoutTags)
{
    Mail mail = Only("By A &lt;a@b.org&gt;\ndiff --git a/b b/b\n"
                     "+if (a &amp;&amp; b)\n");
    EXPECT_EQ(mail.body, "By A <a@b.org>\ndiff --git a/b b/b\n"
                         "+if (a && b)\n");
    EXPECT_TRUE(Undone(mail, "entities"));
}

TEST(DecodeMail, KeepsEntitiesOfATextThatHasAngleBracketsToo)
{
    std::string text = "By A <a@b.org>\ndiff --git a/b b/b\n"
                       "+&lt;p&gt; &amp;amp;\n";
    EXPECT_EQ(Only(text).body, text);
}

TEST(DecodeMail, PrefersPlainTextToItsHtmlAlternative)
{
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: multipart/alternative; boundary=XX\n\n"
                     "--XX\nContent-Type: text/plain\n\nplain &lt;\n"
                     "--XX\nContent-Type: text/html\n\n<p>html</p>\n"
                     "--XX--\n");
    EXPECT_EQ(mail.body.find("html"), std::string::npos);
    EXPECT_NE(mail.body.find("plain &lt;"), std::string::npos);
}

TEST(DecodeMail, ReadsHtmlWhenThereIsNothingElse)
{
    Mail mail = Only(std::string(kHeader) +
                     "Content-Type: text/html\n\n"
                     "<style>x{}</style><pre>+if (a &lt; b &amp;&amp; c)\n"
                     "+    x;</pre>\n");
    EXPECT_NE(mail.body.find("+if (a < b && c)\n+    x;\n"),
              std::string::npos);
    EXPECT_TRUE(Undone(mail, "html"));
}

TEST(DecodeMail, ReplacesNoBreakSpacesThatIndentCode)
{
    for (const char *before : {"", "text\n"}) {
        Mail mail = Only(before + std::string("+\xC2\xA0\xC2\xA0int a;\n"));
        EXPECT_EQ(mail.body, before + std::string("+  int a;\n"));
        EXPECT_TRUE(Undone(mail, "no-break-space"));
    }
}

TEST(DecodeMail, TurnsTypographyBackWhereADiffShowsIt)
{
    Mail mail = Only("why \xE2\x80\x94 so\n\xE2\x80\x94\n"
                     "diff \xE2\x80\x93git a/a.c b/a.c\n"
                     "\xE2\x80\x94 a/a.c\n"
                     "+x\xE2\x80\x93; puts(\xE2\x80\x9Cy\xE2\x80\x9D);\n");
    EXPECT_EQ(mail.body, "why --- so\n---\ndiff --git a/a.c b/a.c\n"
                         "--- a/a.c\n+x--; puts(\"y\");\n");
    EXPECT_TRUE(Undone(mail, "typography"));
}

TEST(DecodeMail, LeavesTypographyThatIsTheAuthorsAlone)
{
    std::string text = "\xE2\x80\x9Cwhy\xE2\x80\x9D\n"
                       "diff --git a/a.c b/a.c\n+puts(\"y \xE2\x80\x93\");\n";
    EXPECT_EQ(Only(text).body, text);
    std::string in_message = "\xE2\x80\x9Cwhy\xE2\x80\x9D\n"
                             "diff --git a/a.c b/a.c\n+x++;\n";
    EXPECT_EQ(Only(in_message).body, in_message);
}

}  // namespace
}  // namespace laio
