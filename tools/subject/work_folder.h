// A temporary folder that is gone when its owner is, or when this program is.

#ifndef TOOLS_SUBJECT_WORK_FOLDER_H
#define TOOLS_SUBJECT_WORK_FOLDER_H

#include <filesystem>
#include <string>
#include <utility>

#include "tools/base/result.h"
#include "tools/base/write_file.h"
#include "tools/subject/folder_guard.h"

namespace laio {

class WorkFolder {
 public:
    // Makes one, for this user only, in the system's place for such things.
    // Returns:  an Error of kind kEnvironment when that cannot be written.
    // Thread:   any.
    static Result<WorkFolder> Make();

    const std::filesystem::path &path() const { return path_; }

    // A new folder in it; `name` is one component.
    Result<std::filesystem::path> Subfolder(const std::string &name) const;

 private:
    WorkFolder(std::filesystem::path path, FolderGuard guard)
        : path_(std::move(path)), guard_(std::move(guard)) {}

    std::filesystem::path path_;
    FolderGuard guard_;
};

}  // namespace laio

#endif  // TOOLS_SUBJECT_WORK_FOLDER_H
