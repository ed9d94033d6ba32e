#include "tools/style/types.h"

#include <gtest/gtest.h>

namespace laio::style {
namespace {

TEST(Types, AreKnownByNameOrSpelling)
{
    TypeNames types;
    for (const char *word : {"int", "uint8_t", "a_handler", "FooBar", "QEMUBH",
                             "BlockAIOCB", "X86CPU", "hwaddr", "gchar"}) {
        EXPECT_TRUE(types.IsType(word)) << word;
    }
    for (const char *word : {"foo", "FOO", "KiB", "GiB", "CPU", "AIOCB", "u8",
                             "fooBar", "_t"}) {
        EXPECT_FALSE(types.IsType(word)) << word;
    }
}

// Whether `word` is a type once the statement has been read.
bool Teaches(const char *word, const char *statement, bool is_start = true)
{
    TypeNames types;
    types.Learn(statement, is_start);
    return types.IsType(word);
}

TEST(Types, AreLearntFromDeclarationsAndCasts)
{
    EXPECT_TRUE(Teaches("foo", "+    foo bar;"));
    EXPECT_TRUE(Teaches("foo", "+    foo *bar = 1;"));
    EXPECT_TRUE(Teaches("foo", "+    x = (foo *)y;"));
    EXPECT_TRUE(Teaches("foo", "+static foo bar[] = {"));
    EXPECT_TRUE(Teaches("foo", "+int f(foo *a, int b)"));
}

TEST(Types, AreNotLearntFromCallsAndFlow)
{
    EXPECT_FALSE(Teaches("foo", "+    foo(bar);"));
    EXPECT_FALSE(Teaches("foo", "+    goto foo;"));
    EXPECT_FALSE(Teaches("return", "+    return foo;"));
    EXPECT_FALSE(Teaches("foo", "+    x = (foo * y);"));
    EXPECT_FALSE(Teaches("foo", "+    foo *bar;", false));
}

TEST(Types, LearnWhatStandsBesideATypeAsAModifier)
{
    TypeNames types;
    types.Learn("+static int SOME_LOCK f(void)", true);
    EXPECT_TRUE(types.IsModifier("SOME_LOCK"));
    EXPECT_FALSE(types.IsType("SOME_LOCK"));
}

TEST(Types, SpanWords)
{
    TypeNames types;
    EXPECT_EQ(types.MatchType("unsigned long long x", 0), 18u);
    EXPECT_EQ(types.MatchType("const struct a *b", 0), 14u);
    EXPECT_EQ(types.MatchType("char const *b", 0), 10u);
    EXPECT_EQ(types.MatchType("char const *b", 0, 1), 4u);
    EXPECT_EQ(types.MatchType("foo *b", 0), std::string_view::npos);
}

}  // namespace
}  // namespace laio::style
