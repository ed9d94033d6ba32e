// The commits of a range, and what is staged, as patches.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_COMMITS_H
#define TOOLS_CLI_STYLE_COMMITS_H

#include <filesystem>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/style/style.h"

namespace laio {

// Reads the commits of `range`, merges left out, oldest first, in the form
// that checkpatch.pl checks a branch in: with renames and diffstat, by the
// histogram algorithm (QEMU commits 66cf70149a and 9e5acb373d).
//
//   directory  of a git repository, or in one
//   jobs       processes of git side by side
// Returns:  each named by its full id; an Error of kind kUsage when the range
//           names no commit there.
Result<std::vector<NamedPatch>> ReadCommits(
    const std::filesystem::path &directory, const std::string &range,
    int jobs = 1);

// Reads the same commits as one mbox, as `git format-patch` writes it.
// Returns:  as ReadCommits().
Result<NamedPatch> ReadSeries(const std::filesystem::path &directory,
                              const std::string &range);

// Reads what the next commit of the checkout would bring, in the same form
// but without a message; empty text when nothing is staged. Within a hook it
// is the commit that git is about to make.
//
//   directory  of a checkout, or in one
// Returns:  an Error of kind kUsage when it is in none.
Result<NamedPatch> ReadStaged(const std::filesystem::path &directory);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_COMMITS_H
