// Whether each check of the player can fail: programs on twins of ours that
// have one fault each, and on ours, which has none of them.

#include "tests/programs/player.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/programs/batch.h"
#include "tests/programs/exhaustive.h"
#include "tests/programs/search.h"

namespace laio {
namespace {

const std::string kTwins = "tests/twins/twins/";

SubjectFile Load(const std::string &object, const std::string &source)
{
    std::stringstream text;
    text << std::ifstream(source).rdbuf();
    Result<Traits> traits = ReadTraits(text.str(), source);
    EXPECT_TRUE(traits.ok());
    return {object, traits.ok() ? *traits : Traits()};
}

SubjectFile Ours()
{
    return Load("block/ours.so", "block/linux_aio.cc");
}

SubjectFile Twin(const std::string &name)
{
    return Load(kTwins + name + ".so", kTwins + name + "/linux_aio.cc");
}

struct Case {
    const char *twin;
    const char *program;
    Verdict verdict;
    const char *says;
};

const Case kCases[] = {
    {"completes-inside-submit", "ring 8; inside full; read 1;",
     Verdict::kFail, "completed inside its own submission"},
    {"eagain-is-an-error", "ring 8; eagain; read 1;", Verdict::kFail,
     "which the kernel never said"},
    {"no-retry-without-completion", "ring 8; eagain; read 1;", Verdict::kHang,
     "nothing will wake it"},
    {"last-come-first-served", "ring 8; plug; read 1; read 1; unplug 0;",
     Verdict::kFail, "the kernel got request 1 after request 2"},
    {"room-not-used",
     "ring 8; capacity 2; read 1; read 1; read 1; complete 0 full;",
     Verdict::kFail, "there is room for it"},
    {"bottom-half-stays-scheduled", "ring 8; read 1;", Verdict::kFail,
     "all is done, and a turn"},
    {"nested-run-is-not-scheduled",
     "ring 8 signals; read 1 { block; }; read 1; complete 0 full; "
     "complete 0 full;",
     Verdict::kFail, "the loop sleeps though an event was signalled"},
    {"no-zeros-behind-the-end", "ring 8; read 1; complete 0 short;",
     Verdict::kFail, "instead of 0"},
    {"tail-from-the-start", "ring 8; read 1; complete 0 part;",
     Verdict::kFail, "something else"},
};

TEST(PlayerTest, EveryKindOfBreakIsSeen)
{
    for (const Case &c : kCases) {
        Result<Program> program = ParseProgram(c.program);
        ASSERT_TRUE(program.ok()) << c.program;

        ScenarioResult broken = PlayAlone(Twin(c.twin), *program);
        EXPECT_STREQ(VerdictName(broken.verdict), VerdictName(c.verdict))
            << c.twin;
        EXPECT_NE(broken.detail.find(c.says), std::string::npos)
            << c.twin << ": " << broken.detail;

        ScenarioResult whole = PlayAlone(Ours(), *program);
        EXPECT_EQ(whole.verdict, Verdict::kPass)
            << c.program << ": " << whole.detail;
    }
}

// Ours sends what callbacks submit after the run, so a small ring ends it.
TEST(PlayerTest, CompletionsWithoutEndAreSeen)
{
    ScenarioResult starves =
        PlayAlone(Load("block/subjects/ring-v1.so",
                       "block/subjects/ring-v1.c"),
                  *ParseProgram("ring 8; chain 400;"));

    EXPECT_STREQ(VerdictName(starves.verdict), "fail");
    EXPECT_NE(starves.detail.find("others starve"), std::string::npos)
        << starves.detail;
}

TEST(PlayerTest, RandomProgramsFindABreakThatNobodyNamed)
{
    SearchResult result = Search(Twin("refused-ends-the-batch"),
                                 *FindAlphabet("refused"), {.known = {}});

    ASSERT_TRUE(result.finding.has_value());
    Finding shortest =
        ShortestOf(Twin("refused-ends-the-batch"), *result.finding);
    EXPECT_LE(CountVerbs(shortest.program.verbs), 5u)
        << ProgramText(shortest.program);
    EXPECT_NE(shortest.result.verdict, Verdict::kPass);
    EXPECT_FALSE(shortest.result.trace.empty());

    SearchResult again =
        Search(Twin("refused-ends-the-batch"), *FindAlphabet("refused"),
               {.seed = result.seed, .known = {}});
    EXPECT_EQ(again.programs, 0) << "the first of that seed is the one";
    EXPECT_EQ(again.finding->program, result.finding->program);
}

TEST(PlayerTest, AllShortProgramsFindABreakThatNobodyNamed)
{
    const SmallWorld &world = AllSmallWorlds()[0];
    AllPrograms source(world, 4);
    BatchResult batch =
        PlayBatch(Twin("nested-run-is-not-scheduled"), &source);

    EXPECT_TRUE(batch.finding.has_value());
}

TEST(PlayerTest, ProgramsThatDoNothingMoreAreNotContinued)
{
    const SmallWorld world = {
        "", "", 0, ParseProgram("ring 3; read 1; complete 0 full;")->verbs, 3,
        2};
    AllPrograms source(world, 2);
    BatchResult batch = PlayBatch(Ours(), &source);

    EXPECT_FALSE(batch.finding.has_value());
    // read; read read; read complete; complete: in each of three offsets.
    EXPECT_EQ(batch.programs, 12);
}

TEST(PlayerTest, SubjectThatCannotBeLoadedIsACrash)
{
    EXPECT_EQ(PlayAlone({"no/such.so", Traits()}, Program()).verdict,
              Verdict::kCrash);
}

}  // namespace
}  // namespace laio
