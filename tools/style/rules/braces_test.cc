#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(BracesNecessary, AreAskedForAroundShortBodies)
{
    ExpectReported(
        "braces-necessary",
        {{"if", "+    if (a)\n+        b();\n", {1}},
         {"for", "+    for (;;)\n+        b();\n", {1}},
         {"while", "+    while (a)\n+        b();\n", {1}},
         {"old body", "+    if (a)\n         b();\n", {1}},
         {"old if", "     if (a)\n+        b();\n", {}},
         {"one arm of two",
          "+    if (a) {\n+        b();\n+    } else\n+        c();\n", {1}},
         {"chain",
          "+    if (a) {\n+        b();\n+    } else if (c)\n"
          "+        d();\n",
          {1, 3}},
         {"braced", "+    if (a) {\n+        b();\n+    }\n", {}},
         {"hunk ends in the body", "+    if (a)\n+        b(c,\n", {}}});
}

TEST(BracesNecessary, AreNotAskedForAroundMore)
{
    ExpectReported(
        "braces-necessary",
        {{"condition of two lines",
          "+    if (a &&\n+        b)\n+        c();\n", {}},
         {"body of two lines", "+    if (a)\n+        b(c,\n+          d);\n",
          {}},
         {"comment before the body",
          "+    if (a)\n+        /* b */\n+        c();\n", {}},
         {"statement inside",
          "+    if (a)\n+        for (;;)\n+            b();\n", {2}},
         {"macro with braces", "+#define A do { if (a) b(); } while (0)\n",
          {}},
         {"loop macro", "+    FOREACH(a, b)\n+        c();\n", {}},
         {"#if", "+#if A\n+    b();\n", {}}});
}

TEST(BracesSingleStatement, AreAskedForAroundALoneElse)
{
    ExpectReported("braces-single-statement",
                   {{"if out of sight", "+    }\n+    else\n+        b();\n",
                     {2}},
                    {"behind its brace", "+    } else\n+        b();\n", {}},
                    {"if in sight", "+    if (a)\n+        b();\n+    else\n"
                                    "+        c();\n",
                     {}},
                    {"#else", "+#else\n+    b();\n", {}}});
}

TEST(BracesNecessary, AreAddedWhereAllIsNew)
{
    ExpectFixed(
        "braces-necessary",
        {{"if", "+    if (a)\n+        b();\n",
          "+    if (a) {\n+        b();\n+    }\n"},
         {"comment behind the body", "+    if (a)\n+        b(); /* c */\n",
          "+    if (a) {\n+        b(); /* c */\n+    }\n"},
         {"if and else",
          "+    if (a)\n+        b();\n+    else\n+        c();\n",
          "+    if (a) {\n+        b();\n+    } else {\n+        c();\n"
          "+    }\n"},
         {"else behind a comment",
          "+    if (a)\n+        b(); /* c */\n+    else {\n+        d();\n"
          "+    }\n",
          "+    if (a) {\n+        b(); /* c */\n+    } else {\n"
          "+        d();\n+    }\n"},
         {"second arm", "+    if (a) {\n+        b();\n+    } else\n"
                        "+        c();\n",
          "+    if (a) {\n+        b();\n+    } else {\n+        c();\n"
          "+    }\n"},
         {"old body", "+    if (a)\n         b();\n y;\n",
          "+    if (a) {\n         b();\n+    }\n y;\n"},
         {"old lines around", " x;\n+    if (a)\n+        b();\n y;\n",
          " x;\n+    if (a) {\n+        b();\n+    }\n y;\n"}});
}

TEST(BracesNecessary, StayAwayWhereNotAllIsNewOrPlain)
{
    for (const char *lines :
         {"+    if (a)\n+        b();\n     else\n         c();\n",
          "+    if (a)\n+        b(); /* c */\n     else {\n",
          "+    while (a);\n",
          "+    if (a)\n+\n+        b();\n",
          "+    if (a)\n+        b(); /* c\n+               */\n"}) {
        ExpectFixed("braces-necessary", {{lines, lines, lines}});
    }
}

TEST(BracesSingleStatement, AreAdded)
{
    ExpectFixed("braces-single-statement",
                {{"else", "+    }\n+    else\n+        b();\n",
                  "+    }\n+    else {\n+        b();\n+    }\n"}});
}

}  // namespace
}  // namespace laio::style
