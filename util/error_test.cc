#include "qapi/error.h"

#include <gtest/gtest.h>

namespace {

class ErrorTest : public testing::Test {
 protected:
    ~ErrorTest() override { error_free(err); }
    Error *err = nullptr;
};

TEST_F(ErrorTest, MessageIsFormatted)
{
    error_setg(&err, "cannot open %s", "x");
    EXPECT_STREQ(error_get_pretty(err), "cannot open x");
}

TEST_F(ErrorTest, ErrnoIsExplainedAndKept)
{
    errno = ENOMEM;
    error_setg_errno(&err, EAGAIN, "cannot set up");
    EXPECT_STREQ(error_get_pretty(err),
                 "cannot set up: Resource temporarily unavailable");
    EXPECT_EQ(errno, ENOMEM);
}

TEST_F(ErrorTest, NobodyNeedsToWantIt)
{
    error_setg(nullptr, "lost");
    error_setg(&err, "freed");
    error_propagate(nullptr, err);
    err = nullptr;
}

TEST_F(ErrorTest, PropagateMovesIt)
{
    Error *local = nullptr;
    error_setg(&local, "inner");
    error_propagate(&err, local);
    EXPECT_STREQ(error_get_pretty(err), "inner");
    error_prepend(&err, "outer %d: ", 1);
    EXPECT_STREQ(error_get_pretty(err), "outer 1: inner");
}

TEST_F(ErrorTest, ReportPrintsAndFrees)
{
    error_setg(&err, "told");
    testing::internal::CaptureStderr();
    error_report_err(err);
    err = nullptr;
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "told\n");
}

TEST(ErrorDeathTest, AbortAndFatalEndTheProcessWithTheMessage)
{
    EXPECT_DEATH(error_setg(&error_abort, "worst"), "in .*: worst");
    EXPECT_EXIT(error_setg(&error_fatal, "bad"), testing::ExitedWithCode(1),
                "bad");
}

}  // namespace
