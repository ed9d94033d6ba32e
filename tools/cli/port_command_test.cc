// laio port from outside: a fix, two versions, a patch that git am takes.

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tools/base/process.h"
#include "tools/cpp/runfiles/runfiles.h"

namespace laio {
namespace {

namespace fs = std::filesystem;
using bazel::tools::cpp::runfiles::Runfiles;

constexpr const char *kFile = "block/linux-aio.c";

std::string Replaced(std::string text, const std::string &from,
                     const std::string &to)
{
    size_t at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return at == text.npos ? text : text.replace(at, from.size(), to);
}

class PortCommandTest : public testing::Test {
 protected:
    PortCommandTest()
        : runfiles_(Runfiles::CreateForTest(&why_)),
          folder_(fs::path(testing::TempDir()) /
                  testing::UnitTest::GetInstance()
                      ->current_test_info()->name())
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "block");
        setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
        std::ifstream in(
            runfiles_->Rlocation("laio/block/subjects/getevents.c"));
        good_.assign(std::istreambuf_iterator<char>(in), {});
        bad_ = Replaced(good_, "return -ENOSPC;", "return 0;");
        Run({"git", "init", "-q", "."});
        Commit("start", bad_);
        fix_ = Commit("a full disk is an error", good_);
        // The same fault in a version that reads otherwise.
        target_ = Commit("other", Replaced(bad_, "if (at_end) {",
                                           "\n\n    if (at_end) {"));
    }

    ProcessResult Run(const std::vector<std::string> &argv)
    {
        ProcessOptions options;
        options.directory = folder_;
        options.timeout = std::chrono::minutes(10);
        Result<ProcessResult> result = RunProcess(argv, options);
        EXPECT_TRUE(result.ok());
        return result.ok() ? *std::move(result) : ProcessResult{};
    }

    std::string Commit(const std::string &subject, const std::string &text)
    {
        std::ofstream(folder_ / kFile, std::ios::binary) << text;
        Run({"git", "add", "."});
        Run({"git", "-c", "user.name=Ann", "-c", "user.email=a@example.org",
             "commit", "-q", "-m", subject});
        return Run({"git", "rev-parse", "HEAD"}).out.substr(0, 40);
    }

    ProcessResult Port(const std::string &onto)
    {
        return Run({runfiles_->Rlocation("laio/tools/cli/laio"), "port",
                    "--no-sandbox", "--json", "--from", fix_, "--onto", onto,
                    "-o", "out.patch"});
    }

    std::string why_;
    std::unique_ptr<Runfiles> runfiles_;
    fs::path folder_;
    std::string good_;
    std::string bad_;
    std::string fix_;
    std::string target_;
};

TEST_F(PortCommandTest, FixIsProvedAndItsPatchIsTakenByGitAm)
{
    ProcessResult result = Port(".@" + target_);
    ASSERT_EQ(result.exit_status, 0) << result.out << result.err;
    nlohmann::json json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json["proof"], "proved");
    EXPECT_EQ(json["hunks"][0]["state"], "ported");
    EXPECT_EQ(json["hunks"][0]["function"], "laio_result");
    EXPECT_FALSE(json["verdicts"]["fixed"].empty());
    EXPECT_TRUE(json["verdicts"]["broken"].empty());

    ProcessResult am = Run({"git", "-c", "user.name=Bob", "-c",
                            "user.email=b@example.org", "am", "out.patch"});
    EXPECT_EQ(am.exit_status, 0) << am.err;
    EXPECT_EQ(Run({"git", "log", "-1", "--format=%an/%s/%b"}).out,
              "Ann/a full disk is an error/(cherry picked from commit " +
                  fix_ + ")\n\n");
}

TEST_F(PortCommandTest, FixThatIsThereNeedsNoPatchAndNoProof)
{
    ProcessResult result = Port(".@" + fix_);
    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    EXPECT_EQ(nlohmann::json::parse(result.out)["proof"], "not needed");
    EXPECT_FALSE(fs::exists(folder_ / "out.patch"));
}

TEST_F(PortCommandTest, FixThatIsThereInAnotherFormNeedsNoPatch)
{
    std::string other = Commit(
        "the same, said otherwise",
        Replaced(bad_, "return 0;\n    }\n    return res < 0",
                 "return -(ENOSPC);\n    }\n    return res < 0"));
    ProcessResult result = Port(".@" + other);
    EXPECT_EQ(result.exit_status, 0) << result.out << result.err;
    nlohmann::json json = nlohmann::json::parse(result.out);
    EXPECT_EQ(json["proof"], "not needed");
    EXPECT_EQ(json["hunks"][0]["state"], "already");
    EXPECT_FALSE(json["verdicts"]["pass_already"].empty());
    EXPECT_FALSE(fs::exists(folder_ / "out.patch"));
}

TEST_F(PortCommandTest, WithoutAProofThereIsNoClaim)
{
    std::string text = "static int laio_result(int at_end)\n{\n"
                       "    if (at_end) {\n        return 0;\n    }\n"
                       "    return res < 0 ? (int)res : -EIO;\n}\n";
    std::string small = Commit("no laio_init", text);
    ProcessResult result = Port(".@" + small);
    EXPECT_EQ(result.exit_status, 1) << result.out << result.err;
    std::string proof = nlohmann::json::parse(result.out)["proof"];
    EXPECT_NE(proof.find("nothing could be run"), std::string::npos) << proof;
}

}  // namespace
}  // namespace laio
