#include "tools/patch/table_columns.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

using Words = std::vector<std::string>;
using Columns = std::vector<int>;

TEST(ColumnsOf, WordsBehindWideGapsHaveAColumn)
{
    EXPECT_EQ(ColumnsOf("#define A    1").columns, Columns({0, 0, 13}));
    EXPECT_EQ(ColumnsOf("\tx\ty z").columns, Columns({0, 16, 0}));
    EXPECT_TRUE(ColumnsOf("\tx\ty z").tabs);
    EXPECT_FALSE(ColumnsOf("x  y").tabs);
}

TEST(IsRowLike, LineGoesWithARowOfAsManyWordsOrTheSameDirective)
{
    EXPECT_TRUE(IsRowLike({"ADD", "1", "2"}, "SUB   3   4"));
    EXPECT_TRUE(IsRowLike({"#define", "A", "(1", "+", "2)"}, "#define B   1"));
    EXPECT_FALSE(IsRowLike({"ADD", "1"}, "SUB   3   4"));
    EXPECT_FALSE(IsRowLike({"ADD", "1", "2"}, "SUB 3 4"));
    EXPECT_FALSE(IsRowLike({"ADD", "1", "2"}, "x   y \\"));
}

TEST(AlignedWord, IsTheBackslashTheValueOrTheAssignment)
{
    EXPECT_EQ(AlignedWord({"do", "{", "\\"}), 2u);
    EXPECT_EQ(AlignedWord({"#define", "A", "1"}), 2u);
    EXPECT_EQ(AlignedWord({"#define", "A(x,", "y)", "1"}), 3u);
    EXPECT_EQ(AlignedWord({"#define", "A(x,", "y)"}), 0u);
    EXPECT_EQ(AlignedWord({".a", "=", "1,"}), 1u);
    EXPECT_EQ(AlignedWord({"return", "1;"}), 0u);
}

}  // namespace
}  // namespace laio
