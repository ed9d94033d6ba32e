// What a file was in the commits before one.

#ifndef TOOLS_GIT_RECENT_VERSIONS_H
#define TOOLS_GIT_RECENT_VERSIONS_H

#include <string>
#include <vector>

#include "tools/git/libgit2_handles.h"
#include "tools/git/tree.h"

namespace laio {

// Distinct contents of `path`, the newest first, beginning with that of the
// commit.
//
//   most     contents; the search also ends after so many commits that it
//            stays within seconds
// Returns:  none when the commit is not there.
std::vector<FoundBlob> RecentVersions(git_repository *repository,
                                      const git_oid &commit,
                                      const std::string &path, int most);

}  // namespace laio

#endif  // TOOLS_GIT_RECENT_VERSIONS_H
