// A temporary folder that is gone when its owner is.

#ifndef TOOLS_SUBJECT_WORK_FOLDER_H
#define TOOLS_SUBJECT_WORK_FOLDER_H

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "tools/base/result.h"

namespace laio {

class WorkFolder {
 public:
    // Makes one, for this user only, in the system's place for such things.
    // Returns:  an Error of kind kEnvironment when that cannot be written.
    static Result<WorkFolder> Make();

    WorkFolder(WorkFolder &&other) noexcept
        : path_(std::exchange(other.path_, {})) {}
    WorkFolder &operator=(WorkFolder &&) = delete;
    ~WorkFolder();

    const std::filesystem::path &path() const { return path_; }

    // A new folder in it; `name` is one component.
    Result<std::filesystem::path> Subfolder(const std::string &name) const;

 private:
    explicit WorkFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;
};

// Writes a whole file.
// Returns:  an Error of kind kEnvironment naming the file and the reason.
Status WriteFile(const std::filesystem::path &file, std::string_view text);

}  // namespace laio

#endif  // TOOLS_SUBJECT_WORK_FOLDER_H
