#include "tools/cli/style_oracle.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

std::string Differences(std::string_view theirs, std::string_view ours)
{
    return DescribeDifferences(FindDifferences(theirs, ours));
}

TEST(StyleOracle, TellsEachDifferenceAndLeavesNamesOut)
{
    EXPECT_EQ(Differences("Your patch:1: ERROR: a\n"
                          "Your patch:2: WARNING: b\n",
                          "-:1: ERROR: a\n-:3: ERROR: c\n"),
              "only checkpatch.pl: 2: WARNING: b\n"
              "only laio:          3: ERROR: c\n"
              "oracle: 1 the same, 1 only checkpatch.pl, 1 only laio\n");
}

TEST(StyleOracle, CountsWhatIsSaidTwiceTwice)
{
    EXPECT_EQ(Differences("x:1: ERROR: a\nx:1: ERROR: a\n",
                          "x:1: ERROR: a\n"),
              "only checkpatch.pl: 1: ERROR: a\n"
              "oracle: 1 the same, 1 only checkpatch.pl, 0 only laio\n");
}

TEST(StyleOracle, RefusesWhatItCannotRun)
{
    OracleRun run;
    run.script = "/nonexistent/checkpatch.pl";
    run.name = "x.patch";
    Result<OracleDifferences> differences = CompareWithOracle(run, {});
    ASSERT_FALSE(differences.ok());
    EXPECT_EQ(differences.error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace laio
