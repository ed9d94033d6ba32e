#include "tools/cli/style_commits.h"

#include <fmt/format.h>

#include <sstream>

#include "tools/base/process.h"

namespace laio {
namespace {

Result<std::string> Git(const std::filesystem::path &directory,
                        std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "git");
    ProcessOptions options;
    options.directory = directory.string();
    Result<ProcessResult> git = RunProcess(arguments, options);
    if (!git.ok()) {
        return git.error();
    }
    if (git->exit_status != 0 || git->timed_out) {
        return UsageError(fmt::format("cannot read commits in {}: git says: "
                                      "{}",
                                      directory.string(), git->err));
    }
    return std::move(git->out);
}

}  // namespace

Result<std::vector<NamedPatch>> ReadCommits(
    const std::filesystem::path &directory, const std::string &range)
{
    Result<std::string> ids =
        Git(directory, {"rev-list", "--reverse", "--no-merges",
                        "--end-of-options", range, "--"});
    if (!ids.ok()) {
        return ids.error();
    }
    std::vector<NamedPatch> patches;
    std::istringstream lines(*ids);
    for (std::string id; std::getline(lines, id);) {
        Result<std::string> text = Git(
            directory,
            {"-c", "diff.renamelimit=0", "-c", "diff.renames=True", "-c",
             "diff.algorithm=histogram", "show", "--no-color",
             "--patch-with-stat", id});
        if (!text.ok()) {
            return text.error();
        }
        patches.push_back({id, *std::move(text)});
    }
    if (patches.empty()) {
        return UsageError(fmt::format("{}: there is no commit in this range",
                                      range));
    }
    return patches;
}

}  // namespace laio
