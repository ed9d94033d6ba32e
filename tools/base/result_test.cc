#include "tools/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace laio {
namespace {

Result<int> Half(int n)
{
    if (n % 2) {
        return BadInput("odd");
    }
    return n / 2;
}

TEST(Result, HoldsTheValueOfASuccess)
{
    ASSERT_TRUE(Half(4).ok());
    EXPECT_EQ(*Half(4), 2);
}

TEST(Result, HoldsKindAndMessageOfAFailure)
{
    Result<int> result = Half(3);

    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, ErrorKind::kBadInput);
    EXPECT_EQ(result.error().message, "odd");
}

TEST(Result, CarriesValuesThatOnlyMove)
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);

    std::unique_ptr<int> moved = *std::move(result);

    EXPECT_EQ(*moved, 7);
}

TEST(Result, ErrorKindsAreTheExitStatuses)
{
    EXPECT_EQ(static_cast<int>(UsageError("").kind), 2);
    EXPECT_EQ(static_cast<int>(BadInput("").kind), 3);
    EXPECT_EQ(static_cast<int>(EnvironmentError("").kind), 4);
}

}  // namespace
}  // namespace laio
