#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(ReturnParentheses, AreReportedAroundOneValue)
{
    ExpectReported("return-parentheses",
                   {{"name", "+    return (x);\n", {1}},
                    {"glued", "+    return(x);\n", {1}},
                    {"sum", "+    return (a + (b * c));\n", {1}},
                    {"conjunction", "+    return (a && b);\n", {1}},
                    {"shift", "+    return (a << 2);\n", {1}},
                    {"blank before the semicolon", "+    return (a) ;\n", {1}},
                    {"comparison of subscripts",
                     "+    return (a[0] != b[1]);\n", {1}},
                    {"comparison with a string", "+    return (a == \"b\");\n",
                     {1}}});
}

TEST(ReturnParentheses, MayStayAroundOrWithinMore)
{
    ExpectReported("return-parentheses",
                   {{"comparison", "+    return (a == b);\n", {}},
                    {"comparison of calls", "+    return (f(x) == 3);\n", {}},
                    {"comparison inside", "+    return ((a < b) && c);\n", {}},
                    {"two groups", "+    return (a) + (b);\n", {}},
                    {"called through", "+    return (f)(a, b);\n", {}},
                    {"cast", "+    return (uint8_t)x;\n", {}},
                    {"literal", "+    return (struct a){ 1 };\n", {}},
                    {"two lines", "+    return (a +\n+            b);\n", {}},
                    {"behind a condition", "+    if (x) return (y);\n", {}},
                    {"comment behind", "+    return (a); /* b */\n", {}},
                    {"longer word", "+    returned (x);\n", {}}});
}

TEST(ReturnParentheses, AreTakenAway)
{
    ExpectFixed(
        "return-parentheses",
        {{"name", "+    return (x);\n", "+    return x;\n"},
         {"glued", "+    return(x);\n", "+    return x;\n"},
         {"inner ones stay", "+    return ((a)(b));\n",
          "+    return (a)(b);\n"},
         {"nested", "+    return ((x));\n", "+    return x;\n"},
         {"blanks inside", "+    return ( x );\n", "+    return x;\n"},
         {"nothing inside", "+    return ();\n", "+    return ();\n"}});
}

}  // namespace
}  // namespace laio::style
