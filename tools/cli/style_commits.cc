#include "tools/cli/style_commits.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <sstream>

#include "tools/base/in_order.h"
#include "tools/cli/git_command.h"

namespace laio {
namespace {

// `git VERB` with the settings of checkpatch.pl for a branch; what else a user
// may have set for people to read is as git has it by itself.
std::vector<std::string> DiffCommand(const char *verb,
                                     std::vector<std::string> arguments)
{
    std::vector<std::string> command{
        "-c", "diff.renamelimit=0",
        "-c", "diff.renames=True",
        "-c", "diff.algorithm=histogram",
        "-c", "diff.noprefix=false",
        "-c", "diff.mnemonicPrefix=false",
        "-c", "diff.suppressBlankEmpty=false",
        verb, "--no-color", "--no-ext-diff", "--no-textconv",
        "--unified=3", "--inter-hunk-context=0", "-O/dev/null",
        "--submodule=short"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

// Commits that one process of git is asked for: starting one costs as much as
// showing several, and several run side by side.
constexpr size_t kCommitsPerProcess = 100;

// Ids of 40 digits, one a line, in groups.
std::vector<std::vector<std::string>> InGroups(const std::string &ids)
{
    std::vector<std::vector<std::string>> groups;
    std::istringstream lines(ids);
    for (std::string id; std::getline(lines, id);) {
        if (groups.empty() || groups.back().size() == kCommitsPerProcess) {
            groups.emplace_back();
        }
        groups.back().push_back(id);
    }
    return groups;
}

// Cuts what `git show ID...` says at the lines that name the commits: nothing
// else of a commit starts a line with a letter and an id.
std::vector<NamedPatch> CutApart(const std::string &text,
                                 const std::vector<std::string> &ids)
{
    std::vector<NamedPatch> patches;
    size_t begin = 0;
    for (size_t i = 0; i < ids.size(); ++i) {
        size_t end = text.size();
        if (i + 1 < ids.size()) {
            size_t next = text.find("\n\ncommit " + ids[i + 1] + "\n", begin);
            end = next == text.npos ? text.size() : next + 1;
        }
        patches.push_back({ids[i], text.substr(begin, end - begin)});
        begin = std::min(end + 1, text.size());
    }
    return patches;
}

Error NoCommits(const std::string &range)
{
    return UsageError(
        fmt::format("{}: there is no commit in this range", range));
}

Result<std::vector<NamedPatch>> ShowCommits(
    const std::filesystem::path &directory,
    const std::vector<std::string> &ids)
{
    std::vector<std::string> arguments{
        "--format=medium",     "--no-decorate", "--no-abbrev-commit",
        "--no-show-signature", "--no-notes",    "--patch-with-stat"};
    arguments.insert(arguments.end(), ids.begin(), ids.end());
    Result<std::string> text = AskGit(directory, "read commits",
                                      DiffCommand("show", arguments));
    if (!text.ok()) {
        return text.error();
    }
    return CutApart(*text, ids);
}

}  // namespace

Result<std::vector<NamedPatch>> ReadCommits(
    const std::filesystem::path &directory, const std::string &range,
    int jobs)
{
    Result<std::string> ids =
        AskGit(directory, "read commits",
               {"rev-list", "--reverse", "--no-merges", "--end-of-options",
                range, "--"});
    if (!ids.ok()) {
        return ids.error();
    }
    std::vector<std::vector<std::string>> groups = InGroups(*ids);
    std::vector<NamedPatch> patches;
    std::optional<Error> failed;
    MakeInOrder(
        groups.size(), jobs,
        [&](size_t i) { return ShowCommits(directory, groups[i]); },
        [&](size_t, Result<std::vector<NamedPatch>> shown) {
            if (shown.ok()) {
                std::move(shown->begin(), shown->end(),
                          std::back_inserter(patches));
            } else {
                failed = shown.error();
            }
        });
    if (failed) {
        return *failed;
    }
    if (patches.empty()) {
        return NoCommits(range);
    }
    return patches;
}

Result<NamedPatch> ReadSeries(const std::filesystem::path &directory,
                              const std::string &range)
{
    Result<std::string> text = AskGit(
        directory, "read commits",
        DiffCommand("format-patch",
                    {"--stdout", "--no-attach", "--no-cover-letter",
                     "--no-base", "--no-notes", "--end-of-options", range,
                     "--"}));
    if (!text.ok()) {
        return text.error();
    }
    if (text->empty()) {
        return NoCommits(range);
    }
    return NamedPatch{range, *std::move(text)};
}

Result<NamedPatch> ReadStaged(const std::filesystem::path &directory)
{
    std::vector<std::string> command =
        DiffCommand("diff", {"--cached", "--no-relative", "--patch"});
    // checkpatch.pl knows no file by its quoted name.
    command.insert(command.begin(), {"-c", "core.quotePath=false"});
    Result<std::string> text =
        AskGit(directory, "read what is staged", std::move(command));
    if (!text.ok()) {
        return text.error();
    }
    return NamedPatch{"staged changes", *std::move(text)};
}

}  // namespace laio
