#include "tools/cli/git_command.h"

#include <fmt/format.h>

#include "tools/base/process.h"

namespace laio {

Result<std::string> AskGit(const std::filesystem::path &directory,
                           const std::string &task,
                           std::vector<std::string> arguments, bool differ)
{
    arguments.insert(arguments.begin(), "git");
    ProcessOptions options;
    options.directory = directory.string();
    Result<ProcessResult> git = RunProcess(arguments, options);
    if (!git.ok()) {
        return git.error();
    }
    bool answered = git->exit_status == 0 || (differ && git->exit_status == 1);
    if (!answered || git->timed_out) {
        return UsageError(fmt::format("cannot {} in {}: git says: {}", task,
                                      directory.string(), git->err));
    }
    return std::move(git->out);
}

}  // namespace laio
