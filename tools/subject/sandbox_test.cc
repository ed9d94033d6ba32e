#include "tools/subject/sandbox.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

std::string Contents(const fs::path &file)
{
    std::ifstream in(file);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

class SandboxTest : public testing::Test {
 protected:
    SandboxTest() : work_(*WorkFolder::Make()) {}

    fs::path File(const std::string &name, const std::string &text)
    {
        fs::path file = work_.path() / name;
        EXPECT_TRUE(WriteFile(file, text).ok());
        return file;
    }

    ProcessResult Shell(const std::string &script)
    {
        Result<ProcessResult> result =
            sandbox_.Run({"sh", "-c", script}, {});
        EXPECT_TRUE(result.ok());
        return result.ok() ? *std::move(result) : ProcessResult{};
    }

    WorkFolder work_;
    Sandbox sandbox_{SandboxMode::kBubblewrap};
};

TEST_F(SandboxTest, CanBeMadeHere)
{
    Status status = CheckSandbox(SandboxMode::kBubblewrap);

    EXPECT_TRUE(status.ok()) << status.error().message;
}

TEST_F(SandboxTest, HasNoNetworkButItsOwnLoopback)
{
    EXPECT_EQ(Shell("tail -n +3 /proc/net/dev | sed 's/:.*//; s/ //g'").out,
              "lo\n");
}

TEST_F(SandboxTest, ShowsNoFolderOfTheHostBesidesTheSystems)
{
    EXPECT_EQ(Shell("ls -d /home /root /var /work /etc/passwd /etc/shadow "
                    "/mnt /opt /srv /run /sys 2>/dev/null").out,
              "");
}

TEST_F(SandboxTest, ShowsNoProcessOfTheHost)
{
    // bwrap's own, prlimit that became the shell, and what the shell runs.
    int processes = std::stoi(Shell("ls -d /proc/[0-9]* | wc -l").out);

    EXPECT_LE(processes, 4);
}

TEST_F(SandboxTest, StartsWithAnEnvironmentOfItsOwn)
{
    ASSERT_EQ(setenv("LAIO_SECRET", "token", 1), 0);

    EXPECT_EQ(Shell("env").out.find("token"), std::string::npos);
}

TEST_F(SandboxTest, CannotWriteToWhatItReads)
{
    fs::path file = File("given", "before");
    std::string inside = sandbox_.Read(file, "given");

    ProcessResult result = Shell("cat " + inside + "; echo x > " + inside);

    EXPECT_EQ(result.out, "before");
    EXPECT_NE(result.exit_status, 0);
    EXPECT_EQ(Contents(file), "before");
}

TEST_F(SandboxTest, CannotWriteToTheSystem)
{
    EXPECT_NE(Shell("touch /usr/laio-was-here").exit_status, 0);
    EXPECT_FALSE(fs::exists("/usr/laio-was-here"));
}

TEST_F(SandboxTest, WritesToItsOwnTmpNotTheHosts)
{
    ASSERT_EQ(Shell("touch /tmp/laio-was-here").exit_status, 0);

    EXPECT_FALSE(fs::exists("/tmp/laio-was-here"));
}

TEST_F(SandboxTest, WritesToTheFolderThatWasNamed)
{
    std::string inside = sandbox_.Write(work_.path(), "out");

    ASSERT_EQ(Shell("echo result > " + inside + "/file").exit_status, 0);

    EXPECT_EQ(Contents(work_.path() / "file"), "result\n");
}

TEST_F(SandboxTest, FollowsLinksOfAFolderToTheirFiles)
{
    File("target", "linked");
    fs::create_directories(work_.path() / "tree/deep");
    fs::create_symlink(work_.path() / "target",
                       work_.path() / "tree/deep/link");
    std::string inside = sandbox_.ReadLinked(work_.path() / "tree", "tree");

    EXPECT_EQ(Shell("cat " + inside + "/deep/link").out, "linked");
}

TEST_F(SandboxTest, StopsAProgramThatTakesTooMuchMemory)
{
    sandbox_.SetLimits({.address_space_bytes = 64 << 20});

    EXPECT_NE(Shell("head -c 200M /dev/zero | tail").exit_status, 0);
}

TEST(Sandbox, OffRunsWithRealPathsAndLimits)
{
    Result<WorkFolder> work = WorkFolder::Make();
    ASSERT_TRUE(work.ok());
    ASSERT_TRUE(WriteFile(work->path() / "file", "text").ok());
    Sandbox sandbox(SandboxMode::kOff);
    std::string path = sandbox.Read(work->path() / "file", "file");
    sandbox.StartIn(sandbox.Write(work->path(), "out"));

    Result<ProcessResult> result =
        sandbox.Run({"sh", "-c", "cat " + path + " file; ulimit -c"}, {});

    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result->out, "texttext0\n");
}

}  // namespace
}  // namespace laio
