// The commits of a range as patches.
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
// Returns:  each named by its full id; an Error of kind kUsage when the range
//           names no commit there.
Result<std::vector<NamedPatch>> ReadCommits(
    const std::filesystem::path &directory, const std::string &range);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_COMMITS_H
