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

TEST(Diffstat, TakesTheOneNearestToTheDiff)
{
    EXPECT_EQ(Grown({" a.c | 1 +", "---", " a.c | 1 +"}, 1),
              Lines({" a.c | 1 +", "---", " a.c | 2 ++"}));
}

}  // namespace
}  // namespace laio::style
