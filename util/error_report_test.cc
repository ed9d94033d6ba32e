#include "qemu/error-report.h"

#include <gtest/gtest.h>

namespace {

TEST(ErrorReportTest, EachIsALineOfItsKind)
{
    testing::internal::CaptureStderr();
    error_report("no %s", "space");
    warn_report("late by %d ms", 3);
    info_report("done");
    EXPECT_EQ(testing::internal::GetCapturedStderr(),
              "no space\nwarning: late by 3 ms\ninfo: done\n");
}

}  // namespace
