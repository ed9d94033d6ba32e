#include "tools/style/byte_pairs.h"

#include <gtest/gtest.h>

#include <string>

namespace laio::style {
namespace {

TEST(BytePairs, MayHoldEveryPartOfTheLine)
{
    std::string line = "+    if (g_malloc0(x) == NULL) {\t/* \xc3\xa4 */";
    BytePairs pairs;
    pairs.Read(line);
    for (size_t begin = 0; begin < line.size(); ++begin) {
        for (size_t size = 1; begin + size <= line.size(); ++size) {
            EXPECT_TRUE(pairs.MayHold(WordKey(line.substr(begin, size))));
        }
    }
}

TEST(BytePairs, DoNotHoldWhatSharesNoPair)
{
    BytePairs pairs;
    pairs.Read("+    x = y;");
    EXPECT_FALSE(pairs.MayHold(WordKey("while")));
    EXPECT_FALSE(pairs.MayHold(WordKey("{")));
    EXPECT_FALSE(pairs.MayHold(WordKey("==")));
}

TEST(BytePairs, ForgetTheLineBefore)
{
    BytePairs pairs;
    pairs.Read("+bzero(p, n);");
    EXPECT_TRUE(pairs.MayHold(WordKey("bzero(")));
    pairs.Read("+");
    EXPECT_FALSE(pairs.MayHold(WordKey("bzero(")));
}

}  // namespace
}  // namespace laio::style
