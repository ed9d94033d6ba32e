#include "tools/mail/html_text.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(HtmlToText, EndsLinesWhereGmailDoes)
{
    EXPECT_EQ(HtmlToText("<div dir=\"ltr\"><div>+int f(void)</div>"
                         "<div>+{<br></div><div>+&nbsp; &nbsp; if (a &lt; 1)"
                         "</div><div><br></div><div>&nbsp;}</div></div>"),
              "+int f(void)\n+{\n+    if (a < 1)\n\n }\n");
}

TEST(HtmlToText, EndsLinesWhereOutlookDoes)
{
    EXPECT_EQ(HtmlToText("<html><head><style>p.MsoNormal {margin:0}</style>"
                         "</head><body lang=EN>\n"
                         "<div class=WordSection1>\n"
                         "<p class=MsoNormal>+int f(void)<o:p></o:p></p>\n"
                         "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
                         "<p class=MsoNormal>+<span style='mso-spacerun:yes'>"
                         "&nbsp;&nbsp;&nbsp; </span>return\n1;<o:p></o:p></p>"
                         "\n</div></body></html>"),
              "+int f(void)\n \n+    return 1;\n");
}

TEST(HtmlToText, SetsParagraphsOfProseApart)
{
    EXPECT_EQ(HtmlToText("<p>Why.</p>\n<p>How.</p>\n<p>diff --git a/x b/x</p>"
                         "<p>+a</p><p>+b</p>"),
              "Why.\n\nHow.\n\ndiff --git a/x b/x\n+a\n+b\n");
}

TEST(HtmlToText, GivesQuotesTheirMarks)
{
    EXPECT_EQ(HtmlToText("Ann wrote:<br><blockquote type=\"cite\"><div>one"
                         "</div><br><blockquote>two</blockquote></blockquote>"
                         "<div>Why?</div>"),
              "Ann wrote:\n> one\n>\n>> two\nWhy?\n");
    EXPECT_EQ(HtmlToText("<blockquote><pre>a\n  b\n</pre></blockquote>"),
              "> a\n>   b\n");
}

TEST(HtmlToText, KeepsBlanksWherePagesDo)
{
    EXPECT_EQ(HtmlToText("a\n  b<pre>\n c\n  d</pre>e"), "a b\n c\n  d\ne");
    EXPECT_EQ(HtmlToText("<div style=\"white-space: pre-wrap;\">a\n  <b>b</b>"
                         "</div>"), "a\n  b\n");
}

TEST(HtmlToText, ReadsTagsAroundPartsOfCode)
{
    EXPECT_EQ(HtmlToText("<pre><span class=\"head\">diff --git a/x b/x\n"
                         "</span><span class=\"add\">+<a href=\"?q=1&gt;2\" "
                         "title='a > b'>f</a>(&#39;x&#39;) &ndash; 1;</span>\n"
                         "</pre>"),
              "diff --git a/x b/x\n+f('x') \xE2\x80\x93 1;\n");
}

TEST(HtmlToText, JoinsTheCellsOfADiffsTable)
{
    EXPECT_EQ(HtmlToText(
                  "<table><tr><td class=\"blob-num\" data-line-number=\"7\">"
                  "7</td><td class=\"blob-code\"><span "
                  "class=\"blob-code-inner\" data-code-marker=\"+\">"
                  "    int <b>a</b>;</span></td></tr>\n"
                  "<tr><td class=\"diff-line-num\">8</td>\n"
                  "<td class=\"line_content\">     b;</td></tr></table>"),
              "+    int a;\n     b;\n");
}

TEST(HtmlToText, TakesWhatIsNoTagForText)
{
    EXPECT_EQ(HtmlToText("if (a < b && c <d) &bogus; <"),
              "if (a < b && c");
    EXPECT_EQ(HtmlToText("a < 1 <= b &"), "a < 1 <= b &");
    EXPECT_EQ(HtmlToText("x<!-- <b> -->y<script>z</script>"), "xy");
}

TEST(HtmlToText, EndsSoonWhateverIsUnclosed)
{
    for (const char *part : {"<", "&", "<a b=\"", "<!--", "<script>", "</",
                             "<pre>&amp;lt;</pre>", "<blockquote>\n",
                             "<td class=\"blob-num\">", "<a b='\"> x=\""}) {
        std::string text;
        while (text.size() < 2'000'000) {
            text += part;
        }
        EXPECT_LT(HtmlToText(text).size(), 100 * text.size()) << part;
    }
}

TEST(ReadHtml, TellsTitleHeadingAndSetParts)
{
    HtmlText page = ReadHtml("<title>a &amp;\nb</title><h1>Big <i>one</i></h1>"
                             "<pre>x</pre><h2>no</h2><pre>y\n</pre>");
    EXPECT_EQ(page.title, "a & b");
    EXPECT_EQ(page.heading, "Big one");
    ASSERT_EQ(page.set_parts.size(), 2u);
    EXPECT_EQ(page.text.substr(page.set_parts[1].begin,
                               page.set_parts[1].end -
                                   page.set_parts[1].begin), "y\n");
}

}  // namespace
}  // namespace laio
