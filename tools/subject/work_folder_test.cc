#include "tools/subject/work_folder.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

namespace laio {
namespace {

namespace fs = std::filesystem;

TEST(WorkFolder, IsForItsOwnerOnlyAndGoesWithIt)
{
    fs::path path;
    {
        Result<WorkFolder> work = WorkFolder::Make();
        ASSERT_TRUE(work.ok());
        path = work->path();
        struct stat status {};
        ASSERT_EQ(stat(path.c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0700u);
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(WorkFolder, GoesAlsoWherePathNamesNoFolderOfPrograms)
{
    const std::string path = std::getenv("PATH");
    setenv("PATH", "/nonexistent", 1);
    fs::path folder;
    {
        Result<WorkFolder> work = WorkFolder::Make();
        ASSERT_TRUE(work.ok());
        folder = work->path();
    }
    setenv("PATH", path.c_str(), 1);
    EXPECT_FALSE(fs::exists(folder));
}

// Makes a folder in a process of its own, says its path and is killed by
// `signal`, which goes to its whole process group, as Ctrl-C does.
std::string PathFromProcessKilledBy(int signal)
{
    int fds[2];
    EXPECT_EQ(pipe(fds), 0);
    pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0);
        Result<WorkFolder> work = WorkFolder::Make();
        std::string path = work.ok() ? work->path().string() : "";
        Status written = WriteFile(fs::path(path) / "file", "text");
        if (written.ok() &&
            write(fds[1], path.data(), path.size()) ==
                static_cast<ssize_t>(path.size())) {
            kill(0, signal);
        }
        _exit(1);
    }
    close(fds[1]);
    char path[4096];
    ssize_t size = read(fds[0], path, sizeof(path));
    close(fds[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal);
    return std::string(path, size > 0 ? size : 0);
}

class KilledOwner : public testing::TestWithParam<int> {};

TEST_P(KilledOwner, LeavesNoFolder)
{
    // The guard becomes this process's child when its parent is gone.
    ASSERT_EQ(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);

    std::string path = PathFromProcessKilledBy(GetParam());

    ASSERT_NE(path, "");
    ASSERT_GT(wait(nullptr), 0) << "nobody guards it";
    EXPECT_FALSE(fs::exists(path));
}

INSTANTIATE_TEST_SUITE_P(Signals, KilledOwner,
                         testing::Values(SIGINT, SIGTERM, SIGHUP, SIGKILL),
                         [](const auto &info) {
                             return std::string(sigabbrev_np(info.param));
                         });

}  // namespace
}  // namespace laio
