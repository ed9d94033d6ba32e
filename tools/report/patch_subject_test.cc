#include "tools/report/patch_subject.h"

#include <gtest/gtest.h>

namespace laio {
namespace {

struct Row {
    const char *what;
    const char *subject;
    const char *next;
};

class NextSubjectTest : public testing::TestWithParam<Row> {};

TEST_P(NextSubjectTest, IsTheSameOneVersionOn)
{
    PatchSubject subject = ReadPatchSubject(GetParam().subject);
    subject.version++;
    EXPECT_EQ(PrintPatchSubject(subject), GetParam().next);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NextSubjectTest,
    testing::Values(
        Row{"First", "[PATCH] aio: x", "[PATCH v2] aio: x"},
        Row{"Third", "[PATCH v3] aio: x", "[PATCH v4] aio: x"},
        Row{"InASeries", "[PATCH 03/10] aio: x", "[PATCH v2 03/10] aio: x"},
        Row{"VersionOfASeries", "[PATCH v2 3/7] x", "[PATCH v3 3/7] x"},
        Row{"RequestForComments", "[RFC PATCH 1/2] x", "[RFC PATCH v2 1/2] x"},
        Row{"RfcAlone", "[RFC] x", "[RFC PATCH v2] x"},
        Row{"WordsBehind", "[PATCH for-2.7 v2] x", "[PATCH v3 for-2.7] x"},
        Row{"Joined", "[PATCHv2 1/2] x", "[PATCH v3 1/2] x"},
        Row{"Reply", "Re: [Qemu-devel] [PATCH v1] x", "[PATCH v2] x"},
        Row{"Bare", "aio: x", "[PATCH v2] aio: x"},
        Row{"BracketsOfTheTitle", "[PATCH] a [b] c", "[PATCH v2] a [b] c"}),
    [](const auto &param) { return param.param.what; });

TEST(PatchFileName, IsWhatGitFormatPatchWrites)
{
    EXPECT_EQ(PatchFileName(ReadPatchSubject("[PATCH v2 3/7] linux-aio: read "
                                             "events, from the ring!"),
                            1),
              "v2-0003-linux-aio-read-events-from-the-ring");
    EXPECT_EQ(PatchFileName(ReadPatchSubject("aio: x"), 2), "0002-aio-x");
}

TEST(PatchFileName, NeverLeavesItsFolder)
{
    EXPECT_EQ(PatchFileName(ReadPatchSubject("[PATCH] ../../etc/passwd"), 1),
              "0001-.-.-etc-passwd");
}

}  // namespace
}  // namespace laio
