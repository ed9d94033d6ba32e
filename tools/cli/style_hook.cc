#include "tools/cli/style_hook.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>

#include "tools/cli/git_command.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

constexpr const char *kMark = "# Written by laio style --install-hook.";

// In single quotes, as the shell reads them.
std::string Quoted(const std::string &text)
{
    std::string quoted = "'";
    for (char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

std::string HookText(const fs::path &program)
{
    return fmt::format(
        "#!/bin/sh\n"
        "{}\n"
        "laio={}\n"
        "if ! test -x \"$laio\"; then\n"
        "    laio=$(command -v laio) || {{\n"
        "        echo 'pre-commit: no laio on PATH; the style of this commit "
        "was not checked' >&2\n"
        "        exit 0\n"
        "    }}\n"
        "fi\n"
        "\"$laio\" style --staged && exit 0\n"
        "echo 'pre-commit: nothing was committed; `laio style --staged "
        "--fix` shows the mended change,' >&2\n"
        "echo '`git commit --no-verify` commits it as it is' >&2\n"
        "exit 1\n",
        kMark, Quoted(program.string()));
}

std::optional<std::string> ReadFile(const fs::path &path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

Error CannotWrite(const fs::path &path, const std::string &why)
{
    return EnvironmentError(
        fmt::format("cannot write {}: {}", path.string(), why));
}

Status WriteProgram(const fs::path &path, const std::string &text)
{
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) {
        return CannotWrite(path, failed.message());
    }
    errno = 0;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) {
        return CannotWrite(path, std::strerror(errno));
    }
    fs::permissions(path,
                    fs::perms::owner_exec | fs::perms::group_exec |
                        fs::perms::others_exec,
                    fs::perm_options::add, failed);
    return failed ? Status(CannotWrite(path, failed.message())) : Ok();
}

}  // namespace

Result<fs::path> InstallHook(const fs::path &directory,
                             const fs::path &program)
{
    Result<std::string> name =
        AskGit(directory, "find the hooks",
               {"rev-parse", "--git-path", "hooks/pre-commit"});
    if (!name.ok()) {
        return name.error();
    }
    name->erase(name->find_last_not_of('\n') + 1);
    fs::path path = (directory / *name).lexically_normal();
    bool exists = fs::exists(fs::symlink_status(path));
    std::optional<std::string> old = ReadFile(path);
    if (exists && (!old || old->find(kMark) == old->npos)) {
        return UsageError(fmt::format(
            "cannot install {}: there is a hook already, and it is not "
            "laio's; put the line `laio style --staged || exit 1` into it, "
            "or move it away",
            path.string()));
    }
    Status written = WriteProgram(path, HookText(program));
    if (!written.ok()) {
        return written.error();
    }
    return path;
}

}  // namespace laio
