#include "tests/fake_kernel/fault_plan.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace laio {
namespace {

TEST(FaultPlanTest, FaultFiresAtItsCallAndAtNoOther)
{
    FaultPlan plan;
    plan.Add({KernelCall::kSubmit, 2, -EAGAIN});

    EXPECT_EQ(plan.Next(KernelCall::kSubmit), std::nullopt);
    EXPECT_EQ(plan.Next(KernelCall::kGetevents), std::nullopt);
    EXPECT_EQ(plan.Next(KernelCall::kSubmit), -EAGAIN);
    EXPECT_EQ(plan.Next(KernelCall::kSubmit), std::nullopt);
    EXPECT_EQ(plan.Calls(KernelCall::kSubmit), 3);
    EXPECT_EQ(plan.AllCalls(), 4);
}

TEST(FaultPlanTest, UnfiredFaultIsNamed)
{
    FaultPlan plan;
    plan.Add({KernelCall::kSubmit, 1, 2});
    plan.Add({KernelCall::kCancel, 1, -EINVAL});
    plan.Next(KernelCall::kSubmit);

    ASSERT_EQ(plan.Unfired().size(), 1u);
    EXPECT_EQ(plan.Unfired()[0], "io_cancel call 1 = -EINVAL");
}

TEST(FaultPlanTest, ResultsReadAsTheManualPagesWriteThem)
{
    EXPECT_EQ(ResultText(-EAGAIN), "-EAGAIN");
    EXPECT_EQ(ResultText(512), "512");
    EXPECT_EQ(ResultText(-100000), "-100000");
}

}  // namespace
}  // namespace laio
