#include "tools/cli/git_command.h"

#include <fmt/format.h>

#include "tools/base/process.h"

namespace laio {
namespace {

// Without the page on its options that git may add.
std::string WithoutUsage(const std::string &text)
{
    std::string words = text.substr(0, text.find("\nusage: "));
    return words.substr(0, words.find_last_not_of('\n') + 1);
}

}  // namespace

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
                                      directory.string(),
                                      WithoutUsage(git->err)));
    }
    return std::move(git->out);
}

}  // namespace laio
