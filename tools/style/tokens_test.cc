#include "tools/style/tokens.h"

#include <gtest/gtest.h>

namespace laio::style {
namespace {

bool Same(std::vector<std::string_view> before,
          std::vector<std::string_view> after,
          std::vector<std::string> inserted = {},
          std::vector<std::string> removed = {})
{
    return SameProgram(Tokenize(before, false), Tokenize(after, false),
                       inserted, removed);
}

TEST(Tokens, AreTheSameWhateverTheBlanks)
{
    EXPECT_TRUE(Same({"a=b +c;"}, {"a = b", "    + c ;"}));
    EXPECT_TRUE(Same({"a; /* b c */"}, {"/*", " * b", " * c", " */", "a;"}));
    EXPECT_TRUE(Same({"a; // b"}, {"a; /* b */"}));
}

TEST(Tokens, DifferWhenBlanksGlueOrPartThem)
{
    EXPECT_FALSE(Same({"a - -b"}, {"a --b"}));
    EXPECT_FALSE(Same({"a / *b"}, {"a /*b"}));
    EXPECT_FALSE(Same({"\"a\tb\""}, {"\"a    b\""}));
    EXPECT_FALSE(Same({"a >> b"}, {"a > > b"}));
}

TEST(Tokens, DifferWhenADirectiveChangesItsEnd)
{
    EXPECT_FALSE(Same({"#define A b", "c"}, {"#define A", "b c"}));
    EXPECT_FALSE(Same({"#define A(b) c"}, {"#define A (b) c"}));
    EXPECT_TRUE(Same({"#define A \\", " b"}, {"#define A b"}));
}

TEST(Tokens, MayDifferByWhatWasDeclared)
{
    EXPECT_TRUE(Same({"if (a)", "b;"}, {"if (a) {", "b;", "}"}, {"{", "}"}));
    EXPECT_TRUE(Same({"return ((a)(b));"}, {"return (a)(b);"}, {},
                     {"(", ")"}));
    EXPECT_FALSE(Same({"a;"}, {"{ a;"}, {"{", "}"}));
    EXPECT_FALSE(Same({"a;"}, {"b;"}, {"{", "}"}));
}

TEST(Tokens, DifferWhenACommentSaysSomethingElse)
{
    EXPECT_FALSE(Same({"a; /* b c */"}, {"a; /* b */"}));
    EXPECT_FALSE(Same({"/* ! a */"}, {"/* a */"}));
    EXPECT_TRUE(Same({"/*! a */"}, {"/** a */"}));
}

TEST(Tokens, StartWithinAComment)
{
    EXPECT_EQ(Tokenize({"text */ a"}, true).tokens,
              std::vector<std::string>({"a"}));
}

}  // namespace
}  // namespace laio::style
