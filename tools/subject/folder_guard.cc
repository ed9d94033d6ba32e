#include "tools/subject/folder_guard.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

extern char **environ;

namespace laio {
namespace {

// What was killed with the owner may still be writing: hence the second try.
// Where PATH is wrong, laio says so, and its folder goes all the same.
constexpr const char *kScript =
    "PATH=$PATH:/usr/bin:/bin; cd /; read -r _; "
    "rm -rf -- \"$1\" || { sleep 1; rm -rf -- \"$1\"; }";

// Starts the process with `lifeline` as its stdin.
// Returns:  0 or an errno value; `pid` is set on success.
int Spawn(const std::string &folder, int lifeline, pid_t *pid)
{
    const char *argv[] = {"sh", "-c", kScript, "sh", folder.c_str(), nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, lifeline, STDIN_FILENO);
    for (int fd : {STDOUT_FILENO, STDERR_FILENO}) {
        posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_WRONLY,
                                         0);
    }
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    int error = posix_spawn(pid, "/bin/sh", &actions, &attributes,
                            const_cast<char **>(argv), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

}  // namespace

Result<FolderGuard> FolderGuard::Start(const std::filesystem::path &folder)
{
    int fds[2];
    if (pipe2(fds, O_CLOEXEC)) {
        return EnvironmentError(
            fmt::format("cannot guard {}: no pipe: {}", folder.string(),
                        std::strerror(errno)));
    }
    pid_t pid = 0;
    int error = Spawn(folder, fds[0], &pid);
    close(fds[0]);
    if (error) {
        close(fds[1]);
        return EnvironmentError(
            fmt::format("cannot guard {}: cannot start /bin/sh: {}",
                        folder.string(), std::strerror(error)));
    }
    return FolderGuard(pid, fds[1]);
}

FolderGuard::~FolderGuard()
{
    if (process_ > 0) {
        close(lifeline_);
        while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
}

}  // namespace laio
