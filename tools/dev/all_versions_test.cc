// The program on small trees, from the history to the verdicts.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tools/base/process.h"
#include "tools/cpp/runfiles/runfiles.h"
#include "tools/git/scratch_repository.h"

namespace laio {
namespace {

using bazel::tools::cpp::runfiles::Runfiles;

constexpr const char *kPath = "block/linux-aio.c";
constexpr int kNoKernelAio = 4;

class AllVersionsTest : public ::testing::Test {
 protected:
    AllVersionsTest() : runfiles_(Runfiles::CreateForTest(&why_))
    {
        std::ifstream in(
            runfiles_->Rlocation("laio/block/subjects/getevents.c"));
        good_.assign(std::istreambuf_iterator<char>(in), {});
    }

    ProcessResult Run(const std::vector<std::string> &options)
    {
        std::vector<std::string> argv = {
            runfiles_->Rlocation("laio/tools/dev/all_versions")};
        argv.insert(argv.end(), options.begin(), options.end());
        Result<ProcessResult> ran = RunProcess(argv);
        EXPECT_TRUE(ran.ok());
        return ran.ok() ? *ran : ProcessResult();
    }

    // A version that reads from where nobody asked it to.
    std::string Wrong() const
    {
        std::string text = good_;
        const std::string call = "io_prep_preadv(&laiocb->iocb, laiocb->fd,";
        const size_t at = text.find("offset", text.find(call));
        return text.replace(at, 6, "offset + 4096");
    }

    std::string why_;
    std::unique_ptr<Runfiles> runfiles_;
    std::string good_;
    ScratchRepository tree_;
};

TEST_F(AllVersionsTest, EveryVersionOfAGoodHistoryIsGood)
{
    tree_.Commit({{kPath, good_}});
    tree_.Commit({{kPath, good_ + "\n/* Changed. */\n"}});
    const ProcessResult ran =
        Run({"--tree", tree_.directory(), "--json", "--jobs", "2"});
    if (ran.exit_status == kNoKernelAio &&
        ran.err.find("kernel AIO") != std::string::npos) {
        GTEST_SKIP() << ran.err;
    }
    ASSERT_EQ(ran.exit_status, 0) << ran.err << ran.out;
    const auto json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json["total"]["good"], 2);
    EXPECT_EQ(json["versions"][0]["smoke"]["total"]["pass"], 8);
}

TEST_F(AllVersionsTest, VersionsThatWarnOrGoWrongAreNamed)
{
    tree_.Commit({{kPath, good_ + "static void unused(void) { }\n"}});
    tree_.Commit({{kPath, Wrong()}});
    tree_.Commit({{kPath, "int laio;\n"}});
    const ProcessResult ran = Run({"--tree", tree_.directory()});
    if (ran.exit_status == kNoKernelAio &&
        ran.err.find("kernel AIO") != std::string::npos) {
        GTEST_SKIP() << ran.err;
    }
    EXPECT_EQ(ran.exit_status, 1) << ran.err;
    EXPECT_NE(ran.out.find("WARNS"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("8 OF 8 BAD"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("NOT RUN"), std::string::npos) << ran.out;
    EXPECT_TRUE(ran.out.ends_with("\n0 of 3\n")) << ran.out;
}

TEST_F(AllVersionsTest, TreeThatIsNoneIsBadInput)
{
    const ProcessResult ran = Run({"--tree", "/proc/self"});
    EXPECT_EQ(ran.exit_status, 3);
    EXPECT_EQ(ran.out, "");
}

TEST_F(AllVersionsTest, NoTreeIsAUsageError)
{
    EXPECT_EQ(Run({}).exit_status, 2);
}

}  // namespace
}  // namespace laio
