#include "tools/dev/versions_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace laio {
namespace {

constexpr int64_t kNewYear2017 = 1483228800;  // midnight in Greenwich

JudgedVersion Good()
{
    JudgedVersion judged;
    judged.version.blob = "0123456789abcdef";
    judged.version.subject = "linux-aio: a subject that is long enough to cut";
    judged.version.committed_s = kNewYear2017;
    judged.traits.has_submit = true;
    judged.compiled.ok = true;
    judged.smoke.scenarios = {{"callback", "It works.", Verdict::kPass, "", {}},
                              {"coroutine", "Too.", Verdict::kSkip, "no", {}}};
    return judged;
}

JudgedVersion Failing()
{
    JudgedVersion judged = Good();
    judged.smoke.scenarios[0].verdict = Verdict::kFail;
    judged.smoke.scenarios[0].detail = "byte 7 is wrong";
    return judged;
}

bool Contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

TEST(VersionsText, GoodVersionIsALineAndCounts)
{
    const std::string text = VersionsText({Good()}, false);
    EXPECT_TRUE(Contains(text, "   1  2017-01-01  0123456789  "));
    EXPECT_TRUE(Contains(text, "long enou..  untyped cb"));
    EXPECT_TRUE(Contains(text, "ok       1 pass\n1 of 1\n"));
    EXPECT_FALSE(Contains(text, "skip"));
}

TEST(VersionsText, DayIsTheCommittersOwn)
{
    JudgedVersion judged = Good();
    judged.version.zone_minutes = -300;
    EXPECT_TRUE(Contains(VersionsText({judged}, false), "2016-12-31"));
}

TEST(VersionsText, BrokenWayIsNamedAndDoesNotCount)
{
    const std::string text = VersionsText({Good(), Failing()}, false);
    EXPECT_TRUE(Contains(text, "1 OF 1 BAD\n"));
    EXPECT_TRUE(Contains(text, "fail   callback: byte 7 is wrong\n"));
    EXPECT_TRUE(Contains(text, "\n1 of 2\n"));
}

TEST(VersionsText, WarningIsShownAndDoesNotCount)
{
    JudgedVersion judged = Good();
    judged.compiled.warnings = 1;
    judged.compiled.output = "linux-aio.c:3:5: warning: unused\n";
    const std::string text = VersionsText({judged}, false);
    EXPECT_TRUE(Contains(text, "WARNS"));
    EXPECT_TRUE(Contains(text, "linux-aio.c:3:5: warning: unused\n"));
    EXPECT_TRUE(Contains(text, "0 of 1\n"));
}

TEST(VersionsText, VersionThatNothingCouldBeTriedOnDoesNotCount)
{
    JudgedVersion judged = Good();
    judged.smoke.scenarios.erase(judged.smoke.scenarios.begin());
    EXPECT_TRUE(Contains(VersionsText({judged}, false), "NOT RUN\n0 of 1\n"));
}

TEST(VersionsText, VerboseShowsEveryWay)
{
    EXPECT_TRUE(Contains(VersionsText({Good()}, true),
                         "skip   coroutine: no\n"));
}

TEST(VersionsText, CutSubjectKeepsItsCharactersWhole)
{
    JudgedVersion judged = Good();
    judged.version.subject = std::string(37, 'x') + "\u00e4\u00e4\u00e4";
    EXPECT_TRUE(Contains(VersionsText({judged}, false),
                         std::string(37, 'x') + ".."));
}

TEST(VersionsJson, TotalsAreThoseOfTheText)
{
    const auto json = VersionsJson({Good(), Failing()});
    EXPECT_EQ(json["total"]["versions"], 2);
    EXPECT_EQ(json["total"]["good"], 1);
    EXPECT_EQ(json["versions"][1]["number"], 2);
    EXPECT_EQ(json["versions"][1]["good"], false);
    EXPECT_EQ(json["versions"][1]["compile"]["verdict"], "pass");
    EXPECT_EQ(json["versions"][1]["smoke"]["total"]["fail"], 1);
    EXPECT_EQ(json["versions"][0]["traits"],
              nlohmann::json({"untyped", "cb"}));
}

TEST(ShortTraits, NewestFormsHaveTheirWords)
{
    Traits traits;
    traits.init_takes_errp = true;
    traits.co_submit = CoSubmitForm::kThreadBytesFlags;
    traits.plug = PlugForm::kDefer;
    traits.has_fua = true;
    EXPECT_EQ(ShortTraits(traits),
              std::vector<std::string>({"errp", "co(flags)", "defer", "fua"}));
}

}  // namespace
}  // namespace laio
