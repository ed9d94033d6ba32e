#include "tools/style/diffstat.h"

#include <gtest/gtest.h>

namespace laio::style {
namespace {

using Lines = std::vector<std::string>;

Lines Grown(Lines lines, int growth)
{
    GrowDiffstat(lines, lines.size(), "a.c", growth);
    return lines;
}

TEST(Diffstat, CountsLinesAndDrawsThem)
{
    EXPECT_EQ(Grown({" a.c | 3 ++-", " 1 file changed, 2 insertions(+), "
                                     "1 deletion(-)"},
                    2),
              Lines({" a.c | 5 ++++-", " 1 file changed, 4 insertions(+), "
                                       "1 deletion(-)"}));
}

TEST(Diffstat, KeepsTheWidthOfAScaledGraph)
{
    EXPECT_EQ(Grown({" a.c | 100 +++++-----"}, 10),
              Lines({" a.c | 110 +++++-----"}));
}

TEST(Diffstat, SpeaksOfOneInsertion)
{
    EXPECT_EQ(Grown({" a.c | 2 ++", " 1 file changed, 2 insertions(+)"}, -1),
              Lines({" a.c | 1 +", " 1 file changed, 1 insertion(+)"}));
}

TEST(Diffstat, LeavesOtherFilesAlone)
{
    Lines other{" ba.c | 2 ++", " a.c.in | 1 +"};
    EXPECT_EQ(Grown(other, 3), other);
}

TEST(Diffstat, KnowsFilesThatMovedAndPathsCutShort)
{
    std::pair<const char *, const char *> rows[] = {
        {"{tests => block}/a.c", "block/a.c"},
        {"block/{x => }/a.c", "block/a.c"},
        {"block/{b.c => a.c}", "block/a.c"},
        {"b.c => block/a.c", "block/a.c"},
        {".../block/a.c", "a/very/long/block/a.c"}};
    for (auto [shown, path] : rows) {
        Lines lines{" " + std::string(shown) + " | 1 +"};
        GrowDiffstat(lines, 1, path, 1);
        EXPECT_EQ(lines[0], " " + std::string(shown) + " | 2 ++");
    }
}

TEST(Diffstat, TakesTheOneNearestToTheDiff)
{
    EXPECT_EQ(Grown({" a.c | 1 +", "---", " a.c | 1 +"}, 1),
              Lines({" a.c | 1 +", "---", " a.c | 2 ++"}));
}

}  // namespace
}  // namespace laio::style
