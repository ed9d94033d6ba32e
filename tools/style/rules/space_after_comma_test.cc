#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

std::vector<std::string> Messages(const std::string &line)
{
    StyleOptions options;
    options.rules = {"space-after-comma"};
    std::vector<std::string> messages;
    for (const Finding &finding :
         CheckPatch(PatchOf("+" + line + "\n"), "x", options).findings) {
        messages.push_back(finding.message.substr(sizeof(
            "space required after that ',' (ctx:") - 1));
    }
    return messages;
}

using Contexts = std::vector<std::string>;

TEST(SpaceAfterComma, TellsWhatIsOnEitherSide)
{
    EXPECT_EQ(Messages("f(a,b);"), Contexts({"VxV)"}));
    EXPECT_EQ(Messages("f(a ,b);"), Contexts({"WxV)"}));
    EXPECT_EQ(Messages("f(,);"), Contexts({"BxB)"}));
    EXPECT_EQ(Messages("f(a,,b);"), Contexts({"VxO)", "OxV)"}));
    EXPECT_EQ(Messages("f(a /* b */,c);"), Contexts({"CxV)"}));
    EXPECT_EQ(Messages("    ,b"), Contexts({"ExV)"}));
}

TEST(SpaceAfterComma, IsNotAskedForWhereItWouldNotShow)
{
    ExpectReported("space-after-comma",
                   {{"end of line", "+f(a,\n+  b);\n", {}},
                    {"comment", "+f(a,/* b */ c);\n", {}},
                    {"line comment", "+f(a,// b\n", {}},
                    {"backslash", "+f(a,\\\n", {}},
                    {"closing brace", "+{ 1,}\n", {}},
                    {"next initialiser", "+},{\n", {}},
                    {"literal", "+x = \"a,b\" ',';\n", {}},
                    {"file name", "+#include <a,b>\n", {}},
                    {"macro parameters", "+#define F(a,b) a\n", {1}}});
}

TEST(SpaceAfterComma, IsAdded)
{
    ExpectFixed("space-after-comma",
                {{"all of a line", "+f(a,b,c);\n", "+f(a, b, c);\n"}});
}

}  // namespace
}  // namespace laio::style
