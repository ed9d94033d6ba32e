// Pages that show a series, in the shape of Patchew's.

#include <gtest/gtest.h>

#include "tools/mail/web_page.h"

namespace laio {
namespace {

std::string DiffOf(const std::string &path)
{
    return "diff --git a/" + path + " b/" + path + "\n--- a/" + path +
           "\n+++ b/" + path + "\n@@ -1 +1 @@\n-int a;\n+int b;\n";
}

std::string Shown(const std::string &subject, const std::string &author,
                  const std::string &text)
{
    return "<div class=\"panel\"><div><h3>\n  " + subject +
           "\n  <span><small>Posted by</small>\n  <span title=\"x\">" +
           author + "</span>\n  <small>at</small>\n"
           "  <span>2 years, 3 months</span> <small>ago</small></span>\n"
           "</h3></div>\n<div><pre class=\"body\">" + text +
           "</pre></div></div>\n";
}

std::string Page(const std::string &thread)
{
    return "<!DOCTYPE html>\n<html><head><title>queue: nest</title></head>"
           "<body><ul><li>Subject: [PATCH v2 0/2] queue: nest</li>"
           "<li>Author: Ann Author</li><li>Date: July 12, 2016</li></ul>"
           "<div>Changeset</div><pre> a.c | 2 +-\n b.c | 2 +-\n</pre>" +
           thread + "<div>Test x - FAILURE</div><pre>diff --git a log\n</pre>"
           "</body></html>";
}

TEST(PageThread, IsAMailForEachMessage)
{
    auto mails = DecodeMail(
        Page(Shown("[PATCH v2 0/2] queue: nest", "Ann Author", "Why.\n") +
             Shown("[PATCH v2 1/2] a: b", "Ann Author",
                   "One.\n---\n" + DiffOf("a.c")) +
             Shown("Re: [PATCH v2 1/2] a: b", "Rita Reader",
                   "&gt; One.\n\nNice.\n") +
             Shown("[PATCH v2 2/2] b: c", "Ann Author",
                   "Two.\n---\n" + DiffOf("b.c"))),
        "page.html");
    ASSERT_TRUE(mails);
    ASSERT_EQ(mails->size(), 4u);
    EXPECT_EQ((*mails)[1].subject, "[PATCH v2 1/2] a: b");
    EXPECT_EQ((*mails)[1].from, "Ann Author");
    EXPECT_EQ((*mails)[1].body, "One.\n---\n" + DiffOf("a.c"));
    EXPECT_EQ((*mails)[2].subject, "Re: [PATCH v2 1/2] a: b");
    EXPECT_EQ((*mails)[2].from, "Rita Reader");
    EXPECT_EQ((*mails)[2].body, "> One.\n\nNice.\n");
    EXPECT_EQ((*mails)[3].body, "Two.\n---\n" + DiffOf("b.c"));
}

TEST(PageThread, OfOneMailIsAPageLikeOthers)
{
    auto mails = DecodeMail(Page(Shown("[PATCH] a: b", "Ann Author",
                                       "One.\n---\n" + DiffOf("a.c"))),
                            "page.html");
    ASSERT_TRUE(mails);
    ASSERT_EQ(mails->size(), 1u);
    EXPECT_NE((*mails)[0].body.find(DiffOf("a.c")), std::string::npos);
}

}  // namespace
}  // namespace laio
