#include <gtest/gtest.h>

#include "tools/style/rule_testing.h"

namespace laio::style {
namespace {

TEST(MovedText, WordsOfADeclarationTakeTheirPlace)
{
    ExpectFixed("storage-class-first",
                {{"behind const", "+const static int x;\n",
                  "+static const int x;\n"},
                 {"behind an attribute",
                  "+__attribute__((unused)) static int f(void)\n",
                  "+static __attribute__((unused)) int f(void)\n"},
                 {"in a parameter list", "+int f(int static x);\n",
                  "+int f(int static x);\n"}});
    ExpectFixed("inline-place",
                {{"before storage", "+inline static int f(void)\n",
                  "+static inline int f(void)\n"},
                 {"behind type", "+static int inline f(void)\n",
                  "+static inline int f(void)\n"},
                 {"no storage", "+int inline f(void)\n",
                  "+inline int f(void)\n"}});
}

TEST(MovedText, CallsAreWrittenAnew)
{
    ExpectFixed("no-bzero",
                {{"nested", "+    bzero(a(b, c), sizeof(d));\n",
                  "+    memset(a(b, c), 0, sizeof(d));\n"},
                 {"goes on below", "+    bzero(a,\n+          b);\n",
                  "+    memset(a, 0,\n+          b);\n"},
                 {"comma below", "+    bzero(a\n+          , b);\n",
                  "+    bzero(a\n+          , b);\n"}});
    ExpectFixed("include-path",
                {{"quoted", "+#include \"a//b///c.h\"\n",
                  "+#include \"a/b/c.h\"\n"}});
}

TEST(MovedText, LinesAreJoined)
{
    ExpectFixed("while-after-brace",
                {{"loop", "+    do {\n+        a();\n+    }\n+    while (b);\n",
                  "+    do {\n+        a();\n+    } while (b);\n"},
                 {"another loop",
                  "+    if (a) {\n+        b();\n+    }\n+    while (c);\n",
                  "+    if (a) {\n+        b();\n+    }\n+    while (c);\n"}});
    ExpectFixed("arguments-follow-name",
                {{"prototype", "+int f\n+(void);\n", "+int f(void);\n"}});
}

TEST(MovedText, AMacroGoesOnBehindBlanks)
{
    ExpectFixed("blank-behind-backslash",
                {{"blank", "+#define A \\ \n+    b\n",
                  "+#define A \\\n+    b\n"}});
}

TEST(MovedText, AFileGetsItsLastNewline)
{
    StyleOptions options;
    options.rules = {"final-newline"};
    std::string cut_off = "\\ No newline at end of file\n";
    std::string patch = PatchOf("-a;\n" + cut_off + "+b;\n" + cut_off);
    std::string wanted = PatchOf("-a;\n" + cut_off + "+b;\n");
    EXPECT_EQ(FixPatch(patch, "x", options).text, wanted);
    EXPECT_EQ(FixFile("a;", "a.c", options).text, "a;\n");
}

}  // namespace
}  // namespace laio::style
