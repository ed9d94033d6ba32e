#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(SpacesAroundOperator, AreAskedForWithTwoOperands)
{
    ExpectReported("spaces-around-operator",
                   {{"sum", "+    x = a+b;\n", {1}},
                    {"assignment", "+    x=a;\n", {1}},
                    {"one side", "+    x = a +b;\n", {1}},
                    {"condition", "+    x = a?b : c;\n", {1}},
                    {"sign", "+    x = -b;\n", {}},
                    {"pointer", "+    f(*a, &b);\n", {}},
                    {"member", "+    x = a->b;\n", {}},
                    {"at the line's end", "+    x = a +\n+        b;\n", {}},
                    {"include", "+#include <a/b.h>\n", {}},
                    {"comment", "+    /* a+b */\n", {}},
                    {"string", "+    x = \"a+b\";\n", {}},
                    {"shorthand", "+    x = a ?: b;\n", {}},
                    {"old line", "     x = a+b;\n", {}}});
}

TEST(SpacesAroundOperator, ArePutThere)
{
    ExpectFixed("spaces-around-operator",
                {{"sum", "+    x = a+b;\n", "+    x = a + b;\n"},
                 {"all of a line", "+    x=a<<2|b;\n",
                  "+    x = a << 2 | b;\n"},
                 {"blanks that align stay", "+    x   =a;\n",
                  "+    x   = a;\n"}});
}

TEST(NoSpaceAfterUnary, IsReportedAndMended)
{
    ExpectReported("no-space-after-unary",
                   {{"not", "+    x = ! y;\n", {1}},
                    {"behind a cast", "+    x = (int) - 1;\n", {1}},
                    {"difference", "+    x = y - 1;\n", {}}});
    ExpectFixed("no-space-after-unary",
                {{"not", "+    x = ! y;\n", "+    x = !y;\n"},
                 {"signs would join", "+    x = - -y;\n",
                  "+    x = - -y;\n"}});
}

TEST(SpaceBeforeUnary, IsReported)
{
    ExpectReported("space-before-unary",
                   {{"glued to a value", "+    return!x;\n", {1}},
                    {"behind an operator", "+    x = !!y;\n", {}},
                    {"behind a parenthesis", "+    f(!x);\n", {}}});
}

TEST(Increment, StandsAtItsName)
{
    ExpectReported("no-space-before-increment",
                   {{"behind", "+    i ++;\n", {1}},
                    {"label", "+out :\n", {1}},
                    {"fine", "+    i++;\n", {}}});
    ExpectFixed("no-space-before-increment",
                {{"behind", "+    i ++;\n", "+    i++;\n"}});
}

TEST(SpaceAfterSemicolon, IsReportedAndMended)
{
    ExpectReported("space-after-semicolon",
                   {{"for", "+    for (i = 0;i < n; i++) {\n", {1}},
                    {"endless", "+    for (;;) {\n", {}}});
    ExpectFixed("space-after-semicolon",
                {{"for", "+    for (i = 0;i < n;i++) {\n",
                  "+    for (i = 0; i < n; i++) {\n"}});
}

TEST(NoSpaceAroundArrow, IsReportedAndMended)
{
    ExpectReported("no-space-around-arrow",
                   {{"both", "+    x = a -> b;\n", {1}},
                    {"fine", "+    x = a->b;\n", {}}});
    ExpectFixed("no-space-around-arrow",
                {{"both", "+    x = a -> b;\n", "+    x = a->b;\n"}});
}

}  // namespace
}  // namespace laio::style
