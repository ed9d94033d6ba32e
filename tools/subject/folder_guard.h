// Removes a folder when its owner is gone, also when it was killed.
//
// A small process waits for that: it leads a session of its own, so that what
// ends this program, Ctrl-C or SIGKILL, does not end it.

#ifndef TOOLS_SUBJECT_FOLDER_GUARD_H
#define TOOLS_SUBJECT_FOLDER_GUARD_H

#include <sys/types.h>

#include <filesystem>
#include <utility>

#include "tools/base/result.h"

namespace laio {

class FolderGuard {
 public:
    // Returns:  an Error of kind kEnvironment when it cannot be started.
    // Thread:   any.
    static Result<FolderGuard> Start(const std::filesystem::path &folder);

    FolderGuard(FolderGuard &&other) noexcept
        : process_(std::exchange(other.process_, 0)),
          lifeline_(std::exchange(other.lifeline_, -1)) {}
    FolderGuard &operator=(FolderGuard &&) = delete;
    // Returns when the folder is gone.
    ~FolderGuard();

 private:
    FolderGuard(pid_t process, int lifeline)
        : process_(process), lifeline_(lifeline) {}

    pid_t process_;
    int lifeline_;  // the process reads its end as this one's
};

}  // namespace laio

#endif  // TOOLS_SUBJECT_FOLDER_GUARD_H
