#include "tools/style/types.h"

#include <gtest/gtest.h>

#include "tools/style/learn.h"

namespace laio::style {
namespace {

TEST(Types, AreKnownByNameOrSpelling)
{
    TypeNames types;
    for (const char *word : {"int", "uint8_t", "a_handler", "FooBar", "QEMUBH",
                             "BlockAIOCB", "X86CPU", "hwaddr", "gchar",
                             "unsigned long long int", "struct a", "char **",
                             "const char *const", "typeof(x)"}) {
        EXPECT_TRUE(types.IsType(word)) << word;
    }
    for (const char *word : {"foo", "FOO", "KiB", "GiB", "CPU", "AIOCB", "u8",
                             "fooBar", "_t", "struct", "long x"}) {
        EXPECT_FALSE(types.IsType(word)) << word;
    }
}

// Whether `word` is a type once the statement has been read.
bool Teaches(const char *word, const char *statement, bool is_start = true)
{
    TypeNames types;
    TypeLearner learner;
    std::string_view text = statement;
    learner.Read(text, 0, text.size(), is_start, types);
    return types.IsType(word);
}

TEST(Types, AreLearntFromDeclarationsAndCasts)
{
    EXPECT_TRUE(Teaches("foo", "     foo bar;"));
    EXPECT_TRUE(Teaches("foo", "     foo *bar = 1;"));
    EXPECT_TRUE(Teaches("foo", "     x = (foo *)y;"));
    EXPECT_TRUE(Teaches("foo", " static foo bar[] = {"));
    EXPECT_TRUE(Teaches("foo", " int f(foo *a, int b)"));
    EXPECT_TRUE(Teaches("foo", " int f(int a, foo b)"));
    EXPECT_TRUE(Teaches("foo", " foo", false));
}

TEST(Types, AreNotLearntFromCallsAndFlow)
{
    EXPECT_FALSE(Teaches("foo", "     foo(bar);"));
    EXPECT_FALSE(Teaches("foo", "     goto foo;"));
    EXPECT_FALSE(Teaches("return", "     return foo;"));
    EXPECT_FALSE(Teaches("foo", "     x = (foo * y);"));
    EXPECT_FALSE(Teaches("foo", "     foo *bar;", false));
    EXPECT_FALSE(Teaches("foo", " foo:"));
    EXPECT_FALSE(Teaches("foo", "     static int f(foo *a)"));
}

TEST(Types, LearnWhatStandsBesideATypeAsAModifier)
{
    TypeNames types;
    types.Learn("int SOME_LOCK");
    EXPECT_TRUE(types.IsModifier("SOME_LOCK"));
    EXPECT_FALSE(types.IsType("SOME_LOCK"));
}

std::vector<size_t> Readings(const TypeNames &types, std::string_view text)
{
    std::vector<size_t> ends;
    types.ReadNonPointer(text, 0, [&](size_t end) {
        ends.push_back(end);
        return false;
    });
    return ends;
}

TEST(Types, SpanWordsInMoreThanOneWay)
{
    TypeNames types;
    EXPECT_EQ(Readings(types, "unsigned long long x"),
              (std::vector<size_t>{13, 18, 8}));
    EXPECT_EQ(Readings(types, "const struct a *b"),
              (std::vector<size_t>{14}));
    EXPECT_EQ(Readings(types, "char const *b"),
              (std::vector<size_t>{10, 4}));
    EXPECT_EQ(Readings(types, "foo *b"), std::vector<size_t>{});
}

}  // namespace
}  // namespace laio::style
