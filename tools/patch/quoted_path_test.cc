#include "tools/patch/quoted_path.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

TEST(QuotedPath, IsAsGitWritesIt)
{
    EXPECT_EQ(QuotePath("b/block/linux-aio.c"), "b/block/linux-aio.c");
    EXPECT_EQ(QuotePath("a b.c"), "a b.c");
    EXPECT_EQ(QuotePath("a/\xC3\xBC.c"), "\"a/\\303\\274.c\"");
    EXPECT_EQ(QuotePath("a\tb\"c\\d\x7f\x01"),
              "\"a\\tb\\\"c\\\\d\\177\\001\"");
}

TEST(QuotedPath, GivesEveryByteBack)
{
    std::string bytes;
    for (int c = 1; c < 256; c++) {
        bytes += char(c);
    }
    EXPECT_EQ(UnquotePath(QuotePath(bytes)), bytes);
}

TEST(QuotedPath, IsTakenOffTheFront)
{
    std::string_view text = "\"a/x y\" b/z";
    std::string path;
    ASSERT_TRUE(TakeQuotedPath(&text, &path));
    EXPECT_EQ(path, "a/x y");
    EXPECT_EQ(text, " b/z");
}

TEST(QuotedPath, IsLeftAsItIsWhereGitWroteNone)
{
    for (std::string_view text :
         {"", "a.c", "\"a.c", "\"a.c\\", "\"a\\q.c\"", "\"a\\40.c\"",
          "\"a\\400.c\"", "\"a.c\"b"}) {
        EXPECT_EQ(UnquotePath(text), text);
    }
}

}  // namespace
}  // namespace laio
