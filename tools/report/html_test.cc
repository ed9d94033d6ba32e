#include "tools/report/html.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tools/report/display_text.h"

namespace laio {
namespace {

std::string PageWith(std::string_view text)
{
    html::Page page("title", "p { margin: 0; }");
    page.body().AddText("p", text);
    return page.Print();
}

TEST(Html, IsADocumentWithALanguageATitleAndAStyle)
{
    html::Page page("a <title>", "p { margin: 0; }");

    std::string text = page.Print();

    EXPECT_EQ(text.find("<!DOCTYPE html><html lang=\"en\"><head>"), 0u)
        << text;
    EXPECT_NE(text.find("<title>a &lt;title&gt;</title>"), std::string::npos);
    EXPECT_NE(text.find("<style>p { margin: 0; }</style>"),
              std::string::npos);
}

TEST(Html, EscapesTextAndAttributes)
{
    html::Page page("t", "");
    page.body().Add("p", {{"title", "\"><script>x</script>'&"}},
                    "</p><script>alert(1)</script>&amp;");

    std::string text = page.Print();

    EXPECT_EQ(text.find("<script"), std::string::npos) << text;
    EXPECT_NE(text.find("&quot;>&lt;script"), std::string::npos) << text;
    EXPECT_NE(text.find("&amp;amp;"), std::string::npos) << text;
}

TEST(Html, ClosesEmptyElementsAsHtmlWantsIt)
{
    html::Page page("t", "");
    page.body().Add("td");
    page.body().Add("br");

    std::string text = page.Print();

    EXPECT_NE(text.find("<td></td><br/></body>"), std::string::npos) << text;
}

TEST(Html, KeepsBlanksAndLineFeeds)
{
    EXPECT_NE(PageWith("  a\n\tb  ").find("<p>  a\n\tb  </p>"),
              std::string::npos);
}

struct Shown {
    const char *what;
    std::string_view bytes;
    const char *text;
};

class DisplayTextTest : public testing::TestWithParam<Shown> {};

TEST_P(DisplayTextTest, IsValidAndVisible)
{
    EXPECT_EQ(DisplayText(GetParam().bytes), GetParam().text);
}

using namespace std::string_view_literals;

INSTANTIATE_TEST_SUITE_P(
    Table, DisplayTextTest,
    testing::Values(
        Shown{"Plain", "a\n\tb"sv, "a\n\tb"},
        Shown{"Utf8", "Größe ✓"sv, "Größe ✓"},
        Shown{"Escape", "\x1b[31m"sv, "␛[31m"},
        Shown{"Nul", "a\0b"sv, "a␀b"},
        Shown{"Delete", "\x7f"sv, "␡"},
        Shown{"CarriageReturn", "a\r\n"sv, "a␍\n"},
        Shown{"Latin1", "Gr\xf6\xdf"sv, "Gr\xef\xbf\xbd\xef\xbf\xbd"},
        Shown{"CutOff", "a\xe2\x9c"sv, "a\xef\xbf\xbd\xef\xbf\xbd"},
        Shown{"ReordersText", "a\xe2\x80\xae" "b"sv, "a[U+202E]b"},
        Shown{"HidesInText", "a\xe2\x80\x8b" "b"sv, "a[U+200B]b"},
        Shown{"C1", "\xc2\x9b"sv, "[U+009B]"}),
    [](const auto &param) { return param.param.what; });

}  // namespace
}  // namespace laio
