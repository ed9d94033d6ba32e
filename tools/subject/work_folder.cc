#include "tools/subject/work_folder.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace laio {

namespace fs = std::filesystem;

Result<WorkFolder> WorkFolder::Make()
{
    std::error_code error;
    fs::path parent = fs::temp_directory_path(error);
    if (error) {
        return EnvironmentError(fmt::format(
            "cannot make a temporary folder: {} (set TMPDIR to a folder that "
            "can be written)",
            error.message()));
    }
    std::string pattern = fs::absolute(parent / "laio-XXXXXX");
    if (!mkdtemp(pattern.data())) {
        return EnvironmentError(fmt::format(
            "cannot make a temporary folder in {}: {} (set TMPDIR to a folder "
            "that can be written)",
            parent.string(), std::strerror(errno)));
    }
    Result<FolderGuard> guard = FolderGuard::Start(pattern);
    if (!guard.ok()) {
        fs::remove(pattern, error);
        return guard.error();
    }
    return WorkFolder(pattern, std::move(*guard));
}

Result<fs::path> WorkFolder::Subfolder(const std::string &name) const
{
    fs::path folder = path_ / name;
    std::error_code error;
    fs::create_directory(folder, error);
    if (error) {
        return EnvironmentError(fmt::format("cannot make {}: {}",
                                            folder.string(), error.message()));
    }
    return folder;
}

}  // namespace laio
