// laio bench from outside, for runs too short to mean anything.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tools/cli/command_testing.h"

namespace laio {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class BenchCommandTest : public CommandTest {};

TEST_F(BenchCommandTest, RefusesToWriteUnlessAllowed)
{
    Put("file", std::string(1 << 20, 'x'));

    ProcessResult result = Laio({"bench", "--no-sandbox", "--file", "file",
                                 "--rw", "randwrite"});

    EXPECT_EQ(result.exit_status, 2);
    EXPECT_NE(result.err.find("--allow-write"), std::string::npos);
    EXPECT_EQ(Read("file"), std::string(1 << 20, 'x'));
}

TEST_F(BenchCommandTest, PutsTheRingBesideGeteventsAndTheBareLoop)
{
    Put("file", std::string(1 << 20, 'x'));

    ProcessResult result =
        Laio({"bench", "--no-sandbox", "--json", "--file", "file", "--engine",
              "laio", "--engine", "bare", "--poll", "on", "--runtime", "0.02",
              "--warm-up", "0.01", "--repeats", "1"});

    json bench = Json(result);
    ASSERT_EQ(result.exit_status, 0) << result.err;
    ASSERT_EQ(bench["runs"].size(), 4u);
    EXPECT_EQ(bench["runs"][0]["engine"], "laio");
    EXPECT_EQ(bench["runs"][0]["reap"], "ring");
    EXPECT_EQ(bench["runs"][0]["poll"], true);
    EXPECT_EQ(bench["runs"][1]["reap"], "getevents");
    EXPECT_EQ(bench["runs"][2]["engine"], "bare");
    EXPECT_EQ(bench["ratios"].size(), 3u);
    EXPECT_EQ(bench["ratios"][0]["over"], "laio (getevents, poll)");
    EXPECT_GT(bench["host"]["processors"], 0);
}

TEST_F(BenchCommandTest, WithoutAWordMeasuresWhatIsInstalled)
{
    ProcessResult result =
        Laio({"bench", "--no-sandbox", "--json", "--file", "new", "--create",
              "1M", "--rw", "randrw", "--runtime", "0.02", "--warm-up",
              "0.01", "--repeats", "1", "--numjobs", "2", "--qd", "2"});

    json bench = Json(result);
    ASSERT_EQ(result.exit_status, 0) << result.err;
    EXPECT_EQ(bench["runs"][0]["numjobs"], 2);
    EXPECT_EQ(bench["runs"].size() + bench["not_measured"].size(), 7u);
    EXPECT_FALSE(fs::exists(folder_ / "new"));
}

TEST_F(BenchCommandTest, MeasuresOnceWhatIsNamedTwice)
{
    Put("file", std::string(1 << 20, 'x'));

    ProcessResult result =
        Laio({"bench", "--no-sandbox", "--json", "--file", "file", "--engine",
              "bare", "--engine", "bare", "--reap", "ring", "--runtime",
              "0.02", "--warm-up", "0.01", "--repeats", "1"});

    EXPECT_EQ(Json(result)["runs"].size(), 1u);
}

TEST_F(BenchCommandTest, CreatesNoFileInPlaceOfAnother)
{
    Put("file", "mine");

    ProcessResult result = Laio({"bench", "--no-sandbox", "--file", "file",
                                 "--create", "1M", "--rw", "write"});

    EXPECT_EQ(result.exit_status, 2);
    EXPECT_EQ(Read("file"), "mine");
}

TEST_F(BenchCommandTest, OfAMissingFileIsBadInput)
{
    EXPECT_EQ(Laio({"bench", "--file", "nowhere"}).exit_status, 3);
}

}  // namespace
}  // namespace laio
