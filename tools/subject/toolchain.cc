#include "tools/subject/toolchain.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>

#include "tools/base/process.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

bool IsExecutableFile(const fs::path &path)
{
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           access(path.c_str(), X_OK) == 0;
}

std::vector<std::string> Words(const std::string &text)
{
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

}  // namespace

fs::path FindProgram(std::string_view name, std::string_view search_path)
{
    while (!search_path.empty()) {
        std::string_view folder =
            search_path.substr(0, search_path.find(':'));
        search_path.remove_prefix(
            std::min(folder.size() + 1, search_path.size()));
        fs::path candidate = fs::path(folder) / name;
        if (candidate.is_absolute() && IsExecutableFile(candidate)) {
            return candidate;
        }
    }
    return {};
}

Result<Toolchain> FindToolchain(Language language,
                                std::string_view search_path)
{
    const char *name = language == Language::kC ? "cc" : "c++";
    Toolchain toolchain;
    toolchain.compiler = FindProgram(name, search_path);
    if (toolchain.compiler.empty()) {
        return EnvironmentError(fmt::format(
            "cannot compile: no `{}` on PATH ({}); install a compiler: "
            "sudo apt-get install {}",
            name, search_path.empty() ? "which is empty" : search_path,
            language == Language::kC ? "gcc" : "g++"));
    }
    fs::path pkg_config = FindProgram("pkg-config", search_path);
    if (pkg_config.empty()) {
        return EnvironmentError(
            "cannot compile: no `pkg-config` on PATH to find GLib with; "
            "sudo apt-get install pkg-config libglib2.0-dev");
    }
    Result<ProcessResult> flags =
        RunProcess({pkg_config, "--cflags", "glib-2.0"});
    if (!flags.ok()) {
        return flags.error();
    }
    if (flags->exit_status != 0) {
        return EnvironmentError(fmt::format(
            "cannot compile: pkg-config knows no glib-2.0: {} "
            "(sudo apt-get install libglib2.0-dev)",
            flags->err.substr(0, flags->err.find('\n'))));
    }
    toolchain.glib_flags = Words(flags->out);
    return toolchain;
}

}  // namespace laio
