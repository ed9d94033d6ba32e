#include "tools/patch/line_layout.h"

#include <gtest/gtest.h>

#include "tools/patch/text_lines.h"

namespace laio {
namespace {

// Lays out `line` after the code, as a file with levels of 4 blanks would.
std::string After(std::initializer_list<const char *> code,
                  const std::string &line, LayoutStyle style = {},
                  bool column_zero = false)
{
    CodeState state;
    for (const char *text : code) {
        state.Advance(text);
    }
    LineWords words;
    words.column_zero = column_zero;
    for (std::string_view word : SplitWords(line)) {
        words.words.emplace_back(word);
    }
    return LayOutLine(state, words, FileStyle(), style);
}

TEST(LayOutLine, IndentsByBraces)
{
    EXPECT_EQ(After({"void f(void)", "{"}, "g();"), "    g();");
    EXPECT_EQ(After({"void f(void)", "{", "    if (a) {"}, "g();"),
              "        g();");
    EXPECT_EQ(After({"void f(void)", "{", "    if (a) {", "        g();"},
                    "}"),
              "    }");
}

TEST(LayOutLine, IndentsOnceAfterAControlWithoutABrace)
{
    EXPECT_EQ(After({"void f(void)", "{", "    if (a)"}, "g();"),
              "        g();");
    EXPECT_EQ(After({"void f(void)", "{", "    if (a)", "        g();"},
                    "h();"),
              "    h();");
}

// The same for a line that may begin in column 0.
std::string AfterUnknown(std::initializer_list<const char *> code,
                         const std::string &line, FileStyle file = {})
{
    CodeState state;
    for (const char *text : code) {
        state.Advance(text);
    }
    LineWords words;
    words.column_known = false;
    for (std::string_view word : SplitWords(line)) {
        words.words.emplace_back(word);
    }
    return LayOutLine(state, words, file, {});
}

TEST(LayOutLine, PutsDirectivesAndFunctionNamesInColumnZero)
{
    EXPECT_EQ(AfterUnknown({"void f(void)", "{", "    if (a) {"}, "#endif"),
              "#endif");
    EXPECT_EQ(AfterUnknown({"static Thing *"}, "thing_new(int a)"),
              "thing_new(int a)");
    EXPECT_EQ(AfterUnknown({"REG32(CONTROL, 4)"}, "/* b */"), "/* b */");
    EXPECT_EQ(AfterUnknown({"int a ="}, "4;"), "    4;");
}

TEST(LayOutLine, PutsLabelsWhereTheFileHasThem)
{
    FileStyle file;
    file.label_column = 1;
    EXPECT_EQ(AfterUnknown({"{", "    g();"}, "out:"), "out:");
    EXPECT_EQ(AfterUnknown({"{", "    g();"}, "out:", file), " out:");
    EXPECT_EQ(After({"{", "    switch (a) {"}, "default:"), "    default:");
}

TEST(LayOutLine, ReadsAMacroAsCodeOfItsOwn)
{
    EXPECT_EQ(After({"#define F(x) \\"}, "do { \\"), "    do { \\");
    EXPECT_EQ(After({"#define F(x) \\", "    do { \\"}, "x; \\"),
              "        x; \\");
    EXPECT_EQ(After({"#define F(x) \\", "  do { \\", "    x; \\"},
                    "} while (0)"),
              "  } while (0)");
    EXPECT_EQ(After({"{", "#define A \\", "    1"}, "g();"), "    g();");
}

TEST(LayOutLine, GoesOnUnderWhatFollowsABrace)
{
    EXPECT_EQ(After({"T t[] = {", "    { .a = 1,"}, ".b = 2 },"),
              "      .b = 2 },");
    EXPECT_EQ(After({"void f(void)", "{", "    if (a) { /* why */"}, "g();"),
              "        g();");
}

TEST(LayOutLine, GoesOnInParenthesesAsTheFileDoes)
{
    CodeState state;
    state.Advance("{");
    state.Advance("    call(a,");
    LineWords words;
    words.words = {"b);"};
    FileStyle file;
    file.continuation = Continuation::kTwoLevels;
    EXPECT_EQ(LayOutLine(state, words, file, {}), "            b);");
    EXPECT_EQ(LayOutLine(state, words, file,
                         {.continuation = Continuation::kOneLevel}),
              "        b);");
}

TEST(LayOutLine, EndsBlocksOfLanguagesWithoutBraces)
{
    FileStyle file;
    file.braces = false;
    EXPECT_EQ(AfterUnknown({"    if a; then"}, "b", file), "        b");
    EXPECT_EQ(AfterUnknown({"    if a; then", "        b"}, "fi", file),
              "    fi");
}

TEST(LayOutLine, FollowsTheLevelsOfPython)
{
    FileStyle file;
    file.braces = false;
    auto after = [&](std::initializer_list<const char *> code,
                     const std::string &line) {
        return AfterUnknown(code, line, file);
    };
    EXPECT_EQ(after({"class A(B):", "    def f(self):", "        g(self,",
                     "          b)"}, "h()"), "        h()");
    EXPECT_EQ(after({"class A(B):", "    def f(self):", "        g()"},
                    "def h(self):"), "    def h(self):");
    EXPECT_EQ(after({"class A(B):", "    @property"}, "def h(self):"),
              "    def h(self):");
    EXPECT_EQ(after({"class A(B):", "    def f(self):", "        g()"},
                    "class C(B):"), "class C(B):");
    EXPECT_EQ(after({"def f(a):", "    if a:", "        return 1"}, "g()"),
              "    g()");
    EXPECT_EQ(after({"def f(a,", "      b):"}, "g()"), "    g()");
}

TEST(LayOutLine, AlignsWithAnOpenParenthesis)
{
    EXPECT_EQ(After({"void f(void)", "{", "    call(a,"}, "b);"),
              "         b);");
    EXPECT_EQ(After({"int f(int a,"}, "int b)",
                    {.align_with_tabs = true}),
              "      int b)");
}

TEST(LayOutLine, PutsStarsUnderTheCommentTheyGoOnWith)
{
    EXPECT_EQ(After({"/* a"}, "* b */"), " * b */");
    EXPECT_EQ(After({"    /* a"}, "b */"), "       b */");
    EXPECT_EQ(After({"    int a;  /* x"}, "* y */"), "             * y */");
}

TEST(LayOutLine, KeepsColumnZero)
{
    EXPECT_EQ(After({"void f(void)", "{"}, "out:", {}, true), "out:");
}

TEST(LayOutLine, FollowsAForeignStyle)
{
    LayoutStyle tabs;
    tabs.indent = IndentStyle::kTab;
    tabs.declaration = DeclarationGap::kTab;
    tabs.comment = CommentGap::kTab;
    EXPECT_EQ(After({"struct S {"}, "unsigned id; /* x */", tabs),
              "\tunsigned\tid;\t/* x */");
    EXPECT_EQ(After({"struct S {"}, "unsigned id;",
                    {.indent = IndentStyle::kEight}),
              "        unsigned id;");
}

TEST(LayOutLine, PutsTwoBlanksBetweenSentencesWhereThatIsTheHabit)
{
    LayoutStyle two;
    two.two_after_sentence = true;
    EXPECT_EQ(After({"/* a"}, "* One. Two e.g. three", two),
              " * One.  Two e.g. three");
    EXPECT_EQ(After({"/* a"}, "* One. f_g() does, cf. this", two),
              " * One.  f_g() does, cf. this");
    EXPECT_EQ(After({"void f(void)", "{"}, "f(x. Y);", two), "    f(x. Y);");
    FileStyle file;
    file.two_before_end = true;
    EXPECT_EQ(AfterUnknown({}, "/* One. */", file), "/* One.  */");
}

TEST(CodeState, IsNotMisledByTextThatLooksLikeCode)
{
    EXPECT_EQ(After({"void f(void)", "{", "    g(\"({\", '{'); /* ( { */",
                     "#define X {", "    // {"},
                    "h();"),
              "    h();");
}

}  // namespace
}  // namespace laio
