#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(LineOver80, IsBrokenBehindCommasUnderTheParenthesis)
{
    ExpectFixed(
        "line-over-80",
        {{"call",
          "+    report(the_first_argument, the_second_argument, "
          "the_third_argument, a_fourth);\n",
          "+    report(the_first_argument, the_second_argument, "
          "the_third_argument,\n+           a_fourth);\n"},
         {"condition",
          "+    if (the_first_condition_of_all && the_second_condition_of_all "
          "&& the_third_one) {\n",
          "+    if (the_first_condition_of_all && the_second_condition_of_all "
          "&&\n+        the_third_one) {\n"},
         {"comment above",
          "+    int the_name_of_a_member;  /* and what it is good for, told in "
          "a few words */\n",
          "+    /* and what it is good for, told in a few words */\n"
          "+    int the_name_of_a_member;\n"}});
}

TEST(DoubleSemicolon, LosesOneWhereItEndsAStatement)
{
    ExpectFixed("double-semicolon",
                {{"behind code", "+    x = 1;;\n", "+    x = 1;\n"},
                 {"all of a block", "+    while (f()) {\n+        ;;\n+    }\n",
                  "+    while (f()) {\n+        ;\n+    }\n"},
                 {"of a for", "+    for (x = 0\n+         ;;\n+         x++)\n",
                  "+    for (x = 0\n+         ;;\n+         x++)\n"}});
}

TEST(TrailingStatements, AreReported)
{
    ExpectReported("trailing-statements",
                   {{"if", "+    if (a) b();\n", {1}},
                    {"else", "+    else b();\n", {1}},
                    {"else if", "+    } else if (a) {\n", {}},
                    {"case", "+    case 1: b();\n", {1}},
                    {"case that returns", "+    case 1: return b;\n", {}},
                    {"end of a loop", "+    do {\n+    } while (a);\n", {}},
                    {"comment", "+    if (a) { /* b */\n", {}},
                    {"brace and if", "+    } if (a) {\n", {1}}});
}

TEST(TrailingStatements, GoToLinesOfTheirOwn)
{
    ExpectFixed("trailing-statements",
                {{"case", "+    case 1: b();\n",
                  "+    case 1:\n+        b();\n"}});
}

TEST(SuspectIndent, IsReportedAndMended)
{
    ExpectReported("suspect-indent",
                   {{"two columns", "+    if (a)\n+      b();\n", {1}},
                    {"not deeper", "+    if (a) {\n+    b();\n+    }\n", {1}},
                    {"fine", "+    if (a) {\n+        b();\n+    }\n", {}},
                    {"label", "+    if (a) {\n+out:\n+        b();\n+    }\n",
                     {}},
                    {"old lines", "     if (a)\n       b();\n", {}}});
    ExpectFixed("suspect-indent",
                {{"two columns", "+    if (a) {\n+      b();\n+    }\n",
                  "+    if (a) {\n+        b();\n+    }\n"}});
}

TEST(Braces, StandWhereTheyShould)
{
    ExpectFixed("open-brace-same-line",
                {{"if", "+    if (a)\n+    {\n+        b();\n+    }\n",
                  "+    if (a) {\n+        b();\n+    }\n"}});
    ExpectFixed("function-brace", {{"function", "+int f(void) {\n",
                                    "+int f(void)\n+{\n"}});
    ExpectFixed("else-after-brace",
                {{"else", "+    }\n+    else {\n", "+    } else {\n"}});
}

TEST(SwitchCaseIndent, MovesTheWholeSwitch)
{
    ExpectFixed("switch-case-indent",
                {{"deeper",
                  "+switch (a) {\n+    case 1:\n+        b();\n+}\n",
                  "+switch (a) {\n+case 1:\n+    b();\n+}\n"}});
}

TEST(Macros, AreOneValueOrOneLoop)
{
    ExpectReported("macro-parentheses",
                   {{"sum", "+#define A 1 + 2\n", {1}},
                    {"enclosed", "+#define A (1 + 2)\n", {}},
                    {"one value", "+#define A 12\n", {}},
                    {"negative", "+#define A -1\n", {}},
                    {"declaration", "+#define A int x, y\n", {}}});
    ExpectReported("macro-do-while",
                   {{"two statements", "+#define A(x) x++; y++\n", {1}},
                    {"loop",
                     "+#define A(x) do { x++; y++; } while (0)\n", {}}});
}

TEST(ErrorNewline, IsFoundInContinuedStrings)
{
    ExpectReported("error-newline",
                   {{"one line", "+    error_report(\"a\\n\");\n", {1}},
                    {"next line",
                     "+    error_report(\"a\"\n+                 \"b\\n\");\n",
                     {2}},
                    {"printf", "+    printf(\"a\\n\");\n", {}}});
}

}  // namespace
}  // namespace laio::style
