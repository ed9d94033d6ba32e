// Subjects on the fake kernel and on the real one, and beside each other.

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include <gtest/gtest.h>

#include "tests/differential/compare.h"

namespace laio {
namespace {

constexpr int kPrograms = 200;
constexpr uint64_t kSeed = 1;
constexpr const char *kGetevents = "block/subjects/getevents.c";

Side Make(const std::string &object, const std::string &source,
          SideKernel kernel, const std::string &folder)
{
    std::ifstream file(source);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const Result<Traits> traits = ReadTraits(text, source);
    EXPECT_TRUE(file && traits) << source;
    return {object + (kernel == SideKernel::kFake ? " fake" : " real"),
            {object, *traits},
            kernel,
            folder};
}

// A place for the file, by a name that goes into the test's.
struct Place {
    const char *name;
    SideKernel kernel;
    bool tmpfs;
};

class DifferentialTest : public ::testing::TestWithParam<Place> {
 protected:
    void SetUp() override
    {
        folder_ = GetParam().tmpfs ? "/dev/shm" : std::getenv("TEST_TMPDIR");
        if (access(folder_.c_str(), W_OK) != 0) {
            GTEST_SKIP() << folder_ << " cannot be written to";
        }
    }

    Side Ours(SideKernel kernel)
    {
        return Make("block/ours.so", "block/linux_aio.cc", kernel, folder_);
    }

    // Getevents, or what was made of it.
    Side Other(const std::string &object, SideKernel kernel)
    {
        return Make(object, kGetevents, kernel, folder_);
    }

    void ExpectAlike(const Side &one, const Side &other)
    {
        const auto comparison = Compare(one, other, kSeed, kPrograms);
        if (!comparison) {
            std::cout << "left out: " << comparison.error().message << "\n";
            GTEST_SKIP() << comparison.error().message;
        }
        EXPECT_EQ(comparison->divergence, "");
        EXPECT_EQ(comparison->programs, kPrograms);
        // Else they would have nothing to differ in.
        EXPECT_GT(comparison->requests, 4 * kPrograms);
        EXPECT_GT(comparison->changes, kPrograms);
        EXPECT_GT(comparison->zeros, kPrograms / 2);
    }

    std::string folder_;
};

TEST_P(DifferentialTest, OursShowsTheSameOnBothKernels)
{
    ExpectAlike(Ours(SideKernel::kFake), Ours(GetParam().kernel));
}

TEST_P(DifferentialTest, GeteventsShowsTheSameOnBothKernels)
{
    const std::string object = "block/subjects/getevents.so";
    ExpectAlike(Other(object, SideKernel::kFake),
                Other(object, GetParam().kernel));
}

TEST_P(DifferentialTest, OursShowsTheSameAsGetevents)
{
    ExpectAlike(Ours(GetParam().kernel),
                Other("block/subjects/getevents.so", GetParam().kernel));
}

INSTANTIATE_TEST_SUITE_P(
    Places, DifferentialTest,
    ::testing::Values(
        Place{"BufferedOnDisk", SideKernel::kBuffered, false},
        Place{"DirectOnDisk", SideKernel::kDirect, false},
        Place{"BufferedOnTmpfs", SideKernel::kBuffered, true},
        Place{"DirectOnTmpfs", SideKernel::kDirect, true}),
    [](const auto &info) { return info.param.name; });

class DivergenceTest : public ::testing::Test {
 protected:
    // Between ours and a wrong one on the real kernel; empty where that has no
    // AIO.
    std::string OfWrong(const std::string &name)
    {
        const std::string folder = std::getenv("TEST_TMPDIR");
        const auto comparison = Compare(
            Make("block/ours.so", "block/linux_aio.cc", SideKernel::kBuffered,
                 folder),
            Make("tests/smoke/" + name + ".so", kGetevents,
                 SideKernel::kBuffered, folder),
            kSeed, kPrograms);
        if (!comparison) {
            return "";
        }
        EXPECT_NE(comparison->divergence, "");
        EXPECT_LT(comparison->programs, kPrograms);
        return comparison->divergence;
    }
};

TEST_F(DivergenceTest, ReadsThatAreSwappedDifferInTheirBytes)
{
    const std::string text = OfWrong("swaps_reads");
    if (text.empty()) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_NE(text.find("other bytes, digest"), std::string::npos) << text;
}

TEST_F(DivergenceTest, WriteInTheWrongPlaceDiffersInTheFile)
{
    const std::string text = OfWrong("writes_elsewhere");
    if (text.empty()) {
        GTEST_SKIP() << "no kernel AIO here";
    }
    EXPECT_NE(text.find("file at"), std::string::npos) << text;
}

TEST_F(DivergenceTest, KernelsThatDifferAreNoticed)
{
    const std::string folder = std::getenv("TEST_TMPDIR");
    Side fake = Make("tests/smoke/writes_elsewhere.so", kGetevents,
                     SideKernel::kFake, "");
    Side real = fake;
    real.kernel = SideKernel::kBuffered;
    real.folder = folder;
    const auto comparison = Compare(fake, real, kSeed, kPrograms);
    if (!comparison) {
        GTEST_SKIP() << comparison.error().message;
    }
    EXPECT_NE(comparison->divergence, "");
}

TEST_F(DivergenceTest, OnlyTheCountOfAReadAtTheEndIsLeftOut)
{
    EXPECT_EQ(WithoutCounts("3: result 612, file 612, zero 412\n"),
              "3: result 0, file 612, zero 412\n");
    for (const char *other : {"3: result 611, file 611, zero 413\n",
                              "3: result -5\n", "3: result 6120, x\n"}) {
        EXPECT_EQ(WithoutCounts(other), other);
    }
}

TEST_F(DivergenceTest, TextHasSeedProgramAndBothResults)
{
    const Side ours = Make("block/ours.so", "block/linux_aio.cc",
                           SideKernel::kFake, "");
    const Side wrong = Make("tests/smoke/writes_elsewhere.so", kGetevents,
                            SideKernel::kFake, "");
    const auto comparison = Compare(ours, wrong, kSeed, kPrograms);
    ASSERT_TRUE(comparison);
    const std::string &text = comparison->divergence;
    for (const char *part :
         {"seed ", ": ring ", "write", "block/ours.so fake:\n",
          "writes_elsewhere.so fake:\n", "brought a wrong byte"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << text;
    }
}

TEST_F(DivergenceTest, ProgramThatEndsOnNeitherSideIsOne)
{
    const Side wrong = Make("tests/smoke/loses_a_request.so", kGetevents,
                            SideKernel::kFake, "");
    const auto comparison = Compare(wrong, wrong, kSeed, kPrograms);
    ASSERT_TRUE(comparison);
    EXPECT_NE(comparison->divergence, "");
}

TEST_F(DivergenceTest, SubjectThatCannotBeLoadedIsOne)
{
    const Side none = Make("block/no-such.so", kGetevents, SideKernel::kFake,
                           "");
    const auto comparison = Compare(none, none, kSeed, 1);
    ASSERT_TRUE(comparison);
    EXPECT_NE(comparison->divergence, "");
}

TEST_F(DivergenceTest, FolderThatCannotBeWrittenIsAnError)
{
    const Side fake = Make("block/ours.so", "block/linux_aio.cc",
                           SideKernel::kFake, "");
    Side real = fake;
    real.kernel = SideKernel::kBuffered;
    real.folder = "/proc/self";
    EXPECT_FALSE(Compare(fake, real, kSeed, 1));
}

}  // namespace
}  // namespace laio
