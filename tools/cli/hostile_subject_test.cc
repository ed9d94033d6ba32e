// A subject that means harm, through the whole command line: in the sandbox it
// reaches nothing of its reader's, and without it it would.

#include <gtest/gtest.h>

#include <filesystem>

#include "tools/cli/command_testing.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

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

class HostileSubjectTest : public CommandTest {
 protected:
    HostileSubjectTest()
    {
        Put("secret", "the secret");
        std::string harm = kHarm;
        for (size_t at; (at = harm.find('@')) != std::string::npos;) {
            harm.replace(at, 1, folder_.string());
        }
        Put("hostile.c", ReadAll(Runfile("block/subjects/getevents.c")) + harm);
    }

    // `laio run` on the hostile file, which judges well otherwise.
    void RunHostile(const std::vector<std::string> &options)
    {
        std::vector<std::string> arguments = {"run", "--filter", "ring/wrap/*",
                                              folder_ / "hostile.c"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        ProcessResult result = Laio(arguments);
        EXPECT_EQ(result.exit_status, 0) << result.err;
    }
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
