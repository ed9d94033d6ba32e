// Every linux-aio.c that git trees know of.

#ifndef TOOLS_DEV_FIND_VERSIONS_H
#define TOOLS_DEV_FIND_VERSIONS_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/file_history.h"

namespace laio {

struct VersionSearch {
    std::vector<std::string> trees;  // repositories
    std::string rev = "HEAD";        // whose history, in each
    bool all_refs = false;           // all branches and tags beside it
};

// Returns:  distinct contents, by the date of the first commit that has them;
//           an Error of kind kBadInput when a tree cannot be read or has no
//           such file.
Result<std::vector<FileVersion>> FindVersions(const VersionSearch &search);

}  // namespace laio

#endif  // TOOLS_DEV_FIND_VERSIONS_H
