#include "tests/harness/scenario.h"

#include <gtest/gtest.h>

namespace laio {

SCENARIO("b/second", "Sorted behind the other.", kPlug)
{
    world.Poll();
}

namespace {

const ScenarioRegistration kFirst({"a/first", "Sorted first.", kAnything,
                                   [](World &) {}});

Traits CoroutinesOnly()
{
    Traits traits;
    traits.has_attach = true;
    traits.has_cleanup = true;
    traits.co_submit = CoSubmitForm::kThreadBytesBatch;
    traits.plug = PlugForm::kDefer;
    return traits;
}

TEST(ScenarioTest, RegisteredOnesAreFoundByName)
{
    std::vector<Scenario> all = AllScenarios();

    ASSERT_EQ(all.size(), 2u);
    EXPECT_STREQ(all[0].name, "a/first");
    EXPECT_STREQ(all[1].name, "b/second");
    EXPECT_EQ(all[1].needs, kPlug);
}

TEST(ScenarioTest, CoroutineOnlySubjectIsUnfitForCallbacks)
{
    EXPECT_EQ(WhyUnfit(kAnything, CoroutinesOnly()), "");
    EXPECT_EQ(WhyUnfit(kCoroutine | kPlug | kDetach, CoroutinesOnly()), "");
    EXPECT_NE(WhyUnfit(kNestedPoll, CoroutinesOnly()), "");
    EXPECT_NE(WhyUnfit(kCallback, CoroutinesOnly()), "");
    EXPECT_NE(WhyUnfit(kPlug | kCancel, CoroutinesOnly()), "");
}

TEST(ScenarioTest, OldSubjectIsUnfitForWhatCameLater)
{
    Traits traits;
    traits.has_submit = true;

    EXPECT_EQ(WhyUnfit(kNestedPoll | kCallback, traits), "");
    EXPECT_EQ(WhyUnfit(kCoroutine, traits), "no laio_co_submit()");
    EXPECT_NE(WhyUnfit(kPlug, traits), "");
    EXPECT_NE(WhyUnfit(kDetach, traits), "");
}

}  // namespace
}  // namespace laio
