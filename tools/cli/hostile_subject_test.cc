// A subject that means harm, through the whole command line: in the sandbox it
// reaches nothing of its reader's, and without it it would.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "tools/base/process.h"
#include "tools/cpp/runfiles/runfiles.h"

namespace laio {
namespace {

namespace fs = std::filesystem;
using bazel::tools::cpp::runfiles::Runfiles;

// Code that the loader runs: it copies a secret to where it can be seen.
constexpr const char *kHarm = R"(
#include <stdio.h>
__attribute__((constructor)) static void do_harm(void)
{
    char secret[64] = "";
    FILE *in = fopen("@/secret", "r");
    FILE *out = fopen("@/stolen", "w");
    if (in && out && fgets(secret, sizeof(secret), in)) {
        fputs(secret, out);
    }
    if (out) {
        fclose(out);
    }
    if (in) {
        fclose(in);
    }
}
)";

class HostileSubjectTest : public testing::Test {
 protected:
    HostileSubjectTest()
        : runfiles_(Runfiles::CreateForTest(&why_)),
          folder_(fs::path(testing::TempDir()) / "hostile-subject")
    {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        std::ofstream(folder_ / "secret") << "the secret";
        std::ifstream in(
            runfiles_->Rlocation("laio/block/subjects/getevents.c"));
        std::string source(std::istreambuf_iterator<char>(in), {});
        std::string harm = kHarm;
        for (size_t at; (at = harm.find('@')) != std::string::npos;) {
            harm.replace(at, 1, folder_.string());
        }
        std::ofstream(folder_ / "hostile.c") << source << harm;
    }

    // `laio run` on the hostile file, which judges well otherwise.
    void RunHostile(std::vector<std::string> options)
    {
        std::vector<std::string> argv = {
            runfiles_->Rlocation("laio/tools/cli/laio"), "run", "--filter",
            "ring/wrap/*", folder_ / "hostile.c"};
        argv.insert(argv.end(), options.begin(), options.end());
        Result<ProcessResult> result = RunProcess(argv);
        EXPECT_TRUE(result.ok());
        EXPECT_EQ(result->exit_status, 0) << result->err;
    }

    std::string why_;
    std::unique_ptr<Runfiles> runfiles_;
    fs::path folder_;
};

TEST_F(HostileSubjectTest, ReachesNothingFromInsideTheSandbox)
{
    RunHostile({});

    EXPECT_FALSE(fs::exists(folder_ / "stolen"));
}

TEST_F(HostileSubjectTest, WouldReachItWithoutTheSandbox)
{
    RunHostile({"--no-sandbox"});

    EXPECT_TRUE(fs::exists(folder_ / "stolen"));
}

}  // namespace
}  // namespace laio
