#include "tools/cli/style_commits.h"

#include <fmt/format.h>

#include <sstream>

#include "tools/cli/git_command.h"

namespace laio {
namespace {

// The settings of checkpatch.pl for a branch, then what git is to do.
std::vector<std::string> WithDiffSettings(std::vector<std::string> command)
{
    std::vector<std::string> settings{
        "-c", "diff.renamelimit=0",      "-c", "diff.renames=True",
        "-c", "diff.algorithm=histogram", "-c", "diff.noprefix=false",
        "-c", "diff.mnemonicPrefix=false"};
    settings.insert(settings.end(), command.begin(), command.end());
    return settings;
}

}  // namespace

Result<std::vector<NamedPatch>> ReadCommits(
    const std::filesystem::path &directory, const std::string &range)
{
    Result<std::string> ids =
        AskGit(directory, "read commits",
               {"rev-list", "--reverse", "--no-merges", "--end-of-options",
                range, "--"});
    if (!ids.ok()) {
        return ids.error();
    }
    std::vector<NamedPatch> patches;
    std::istringstream lines(*ids);
    for (std::string id; std::getline(lines, id);) {
        Result<std::string> text =
            AskGit(directory, "read commits",
                   WithDiffSettings({"show", "--no-color", "--no-ext-diff",
                                     "--patch-with-stat", id}));
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

Result<NamedPatch> ReadStaged(const std::filesystem::path &directory)
{
    Result<std::string> text =
        AskGit(directory, "read what is staged",
               WithDiffSettings({"diff", "--cached", "--no-color",
                                 "--no-ext-diff", "--patch"}));
    if (!text.ok()) {
        return text.error();
    }
    return NamedPatch{"staged changes", *std::move(text)};
}

}  // namespace laio
