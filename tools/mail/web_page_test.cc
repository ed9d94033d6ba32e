// Pages in the shapes of archives that people save patches from.

#include "tools/mail/web_page.h"

#include <gtest/gtest.h>

#include "tools/mail/masked_address.h"

namespace laio {
namespace {

// As pages write it, "<" and ">" of addresses apart.
constexpr const char *kMessage =
    "Two may plug.\n\nSigned-off-by: Ann Author ";
constexpr const char *kDiff =
    "\n---\n a.c | 2 +-\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n"
    "@@ -1,2 +1,2 @@\n struct Queue {\n-    bool plugged;\n"
    "+    int nested;    /* a &lt; b */\n";

const std::string kBody =
    "Two may plug.\n\nSigned-off-by: Ann Author <ann@example.org>"
    "\n---\n a.c | 2 +-\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n"
    "@@ -1,2 +1,2 @@\n struct Queue {\n-    bool plugged;\n"
    "+    int nested;    /* a < b */\n";

Mail Only(const std::string &page)
{
    auto mails = DecodeMail(page, "page.html");
    EXPECT_TRUE(mails && mails->size() == 1);
    return mails ? mails->front() : Mail();
}

void ExpectTheMail(const Mail &mail, const std::string &date)
{
    EXPECT_EQ(mail.from, "Ann Author <ann@example.org>");
    EXPECT_EQ(mail.subject, "[PATCH] queue: nest");
    EXPECT_EQ(mail.date, date);
    EXPECT_TRUE(mail.body.starts_with(kBody)) << mail.body;
    EXPECT_EQ(mail.body.find("archive's"), std::string::npos) << mail.body;
}

TEST(WebPage, OfMailman)
{
    Mail mail = Only(
        std::string("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2//EN\">\n"
                    "<HTML><HEAD><TITLE> [PATCH] queue: nest\n   </TITLE>"
                    "</HEAD><BODY>\n<H1>[PATCH] queue: nest</H1>\n"
                    "<B>Ann Author</B>\n<A HREF=\"mailto:x%40example.org?"
                    "Subject=Re\" TITLE=\"[PATCH] queue: nest\">ann at "
                    "example.org\n</A><BR>\n<I>Tue Jul 12 17:25:00 CEST 2016"
                    "</I>\n<P><UL><LI>Previous message (the archive's): <A "
                    "HREF=\"1.html\">a</A>\n<LI><B>Messages sorted by:</B> "
                    "<a href=\"date.html\">[ date ]</a>\n</UL><HR>\n"
                    "<!--beginarticle-->\n<PRE>") +
        kMessage + "&lt;<A HREF=\"http://lists.example.org/i\">ann at "
                   "example.org</A>&gt;" + kDiff +
        "</PRE>\n<!--endarticle-->\n<HR>\n<P>the archive's end</BODY></HTML>");
    ExpectTheMail(mail, "Tue, 12 Jul 2016 17:25:00 +0200");
}

TEST(WebPage, OfMhonarc)
{
    const std::string begin =
        "<!-- MHonArc v2.6.19 -->\n<!--X-Subject: [PATCH] queue: nest -->\n"
        "<!DOCTYPE HTML>\n<html><head><title>[PATCH] queue: nest</title>"
        "</head>\n<body>\n[<a href=\"m1.html\">Date Prev</a>] the archive's\n"
        "<h1>[PATCH] queue: nest</h1>\n<hr>\n";
    const std::string end =
        std::string("<hr>\n<pre style=\"margin: 0em;\">") + kMessage +
        "&lt;<a href=\"mailto:ann@example.org\">ann@example.org</a>&gt;" +
        kDiff + "</pre>\n<hr>\n<ul><li>Prev by Date: the archive's</ul>";
    for (const char *fields :
         {"<ul><li><em>From</em>: Ann Author &lt;<a>ann@example.org</a>&gt;"
          "</li>\n<li><em>Subject</em>: [PATCH] queue: nest</li>\n"
          "<li><em>Date</em>: Tue, 12 Jul 2016 17:25:00 +0200</li></ul>\n",
          "<table><tr><td align=\"right\"><b>From</b>:</td>\n<td>Ann Author "
          "&lt;ann@example.org&gt;</td></tr>\n<tr><td><b>Subject</b>:</td>"
          "\n<td>[PATCH] queue: nest</td></tr>\n<tr><td><b>Date</b>:</td>\n"
          "<td>Tue, 12 Jul 2016 17:25:00 +0200</td></tr></table>\n"}) {
        ExpectTheMail(Only(begin + fields + end),
                      "Tue, 12 Jul 2016 17:25:00 +0200");
    }
}

TEST(WebPage, OfMarc)
{
    Mail mail = Only(
        std::string("<html><head><title>'[PATCH] queue: nest' - MARC</title>"
                    "</head><body><pre>\n[<a href=\"?l=q\">prev in list</a>] "
                    "the archive's\n\n</pre><pre>\n<b><font size=\"+1\">List: "
                    "      <a href=\"?l=q\">q-devel</a>\n"
                    "Subject:    <a href=\"?t=1\">[PATCH] queue: nest</a>\n"
                    "From:       <a href=\"?a=1\">Ann Author &lt;ann () "
                    "example ! org&gt;</a>\n"
                    "Date:       <a href=\"?d=1\">2016-07-12 15:25:00</a>\n"
                    "Message-ID: <a href=\"?i=1\">1 () example ! org</a>\n"
                    "[Download <a href=\"?q=raw\">RAW</a> message or body]"
                    "</font></b>\n\n") +
        kMessage + "&lt;ann () example ! org&gt;" + kDiff +
        "</pre><pre>[the archive's add]</pre></body></html>");
    ExpectTheMail(mail, "Tue, 12 Jul 2016 15:25:00 +0000");
}

TEST(WebPage, OfPublicInbox)
{
    Mail mail = Only(
        std::string("<html><head><title>[PATCH] queue: nest - Ann</title>"
                    "<style>pre{}</style></head><body><form action=\"../\">"
                    "<pre><b>the archive's</b> help / color</pre></form>"
                    "<pre id=\"b\">From: Ann Author &lt;ann@example.org&gt;\n"
                    "To: <a id=\"t\">q-devel</a>@example.org\n"
                    "Subject: <a href=\"#r\" id=\"t\">[PATCH] queue: nest</a>"
                    "\nDate: Tue, 12 Jul 2016 17:25:00 +0200\t"
                    "[<a href=\"#r\">thread overview</a>]\n"
                    "Message-ID: &lt;1@example.org&gt; (<a href=\"raw\">raw"
                    "</a>)\n\n") +
        kMessage + "&lt;ann@example.org&gt;" + kDiff +
        "</pre><hr><pre>the archive's: reply via email\n"
        "  git send-email --to=ann@example.org\n</pre></body></html>");
    ExpectTheMail(mail, "Tue, 12 Jul 2016 17:25:00 +0200");
    EXPECT_EQ(mail.message_id, "<1@example.org>");
}

TEST(WebPage, OfPatchwork)
{
    Mail mail = Only(
        std::string("<!DOCTYPE html>\n<html><head><title>queue</title></head>"
                    "<body><h1>[PATCH] queue: nest</h1>\n<table id=\"patch-"
                    "meta\"><tr><th>Message ID</th><td>1@example.org</td>"
                    "</tr><tr><th>State</th><td>New</td></tr><tr><th>Submitter"
                    "</th><td>Ann Author &lt;ann@example.org&gt;</td></tr>"
                    "</table>\n<h2>Message (the archive's)</h2>\n"
                    "<div class=\"submission-message\"><div class=\"meta\">"
                    "<span>Ann Author</span>\n<span class=\"message-date\">"
                    "July 12, 2016, 5:25 p.m. UTC</span></div>\n"
                    "<pre class=\"content\">") +
        kMessage + "&lt;ann@example.org&gt;\n---\n a.c | 2 +-</pre></div>\n"
                   "<div class=\"patch\"><pre class=\"content\">"
                   "<span class=\"p_header\">diff --git a/a.c b/a.c</span>\n"
                   "<span class=\"p_add\">+int a;</span>\n</pre></div>\n"
                   "<p>the archive's</p></body></html>");
    EXPECT_EQ(mail.from, "Ann Author <ann@example.org>");
    EXPECT_EQ(mail.subject, "[PATCH] queue: nest");
    EXPECT_EQ(mail.date, "Tue, 12 Jul 2016 17:25:00 +0000");
    EXPECT_TRUE(mail.body.starts_with(kMessage)) << mail.body;
    EXPECT_NE(mail.body.find("\ndiff --git a/a.c b/a.c\n+int a;\n"),
              std::string::npos) << mail.body;
}

TEST(WebPage, DoesNotTakeJustAnyDateForTheMails)
{
    Mail mail = Only("<!DOCTYPE html><h1>List</h1>\n<p>last change on "
                     "2020-01-01 12:00</p><p>List of q-devel<br>2020-01-02 "
                     "12:00</p><pre>diff --git a/a b/a\n+a\n</pre>");
    EXPECT_EQ(mail.from, "");
    EXPECT_EQ(mail.date, "");
}

TEST(WebPage, WithoutAPartForTheMailIsTakenAsAWhole)
{
    Mail mail = Only("<html><title>x</title><body><div>Why.</div>"
                     "<div>diff --git a/a.c b/a.c</div><div>+a</div>");
    EXPECT_EQ(mail.body, "Why.\ndiff --git a/a.c b/a.c\n+a\n");
    EXPECT_EQ(mail.subject, "");
}

TEST(MaskedAddress, IsPutRightBetweenBracketsAlone)
{
    std::string text = "By A <a.b at c-d.org> and <e () f ! g ! com>\n"
                       "#include <look at this>\nx <at c.d> a at b.c\n";
    EXPECT_TRUE(UnmaskAddresses(&text));
    EXPECT_EQ(text, "By A <a.b@c-d.org> and <e@f.g.com>\n"
                    "#include <look at this>\nx <at c.d> a at b.c\n");
}

TEST(MaskedAddress, InADiffNeedsNoBracketsWhereThePageMasksOthers)
{
    std::string text = "ask me at example.org\ndiff --git a/M b/M\n"
                       "+L: list-a at example.org\n+look at vl.py, or at x.c\n"
                       "+to ann.b at a.b.de.\n+at 10.00 at once\n";
    UnmaskBareAddresses(&text);
    EXPECT_EQ(text, "ask me at example.org\ndiff --git a/M b/M\n"
                    "+L: list-a@example.org\n+look at vl.py, or at x.c\n"
                    "+to ann.b@a.b.de.\n+at 10.00 at once\n");
}

TEST(MaskedAddress, OfAnAuthorNeedsNoBrackets)
{
    EXPECT_EQ(UnmaskAuthor("Ann Author ann at example.org"),
              "Ann Author <ann@example.org>");
    EXPECT_EQ(UnmaskAuthor("ann at example.org"), "ann@example.org");
    EXPECT_EQ(UnmaskAuthor("Ann at Home"), "Ann at Home");
}

}  // namespace
}  // namespace laio
