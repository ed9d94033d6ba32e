// Merging two changes of one file.

#ifndef TOOLS_GIT_MERGE_FILE_H
#define TOOLS_GIT_MERGE_FILE_H

#include <string>

#include "tools/base/result.h"

namespace laio {

struct MergedFile {
    std::string content;  // with conflict markers when it is not clean
    bool clean = true;
};

// Merges line by line, as `git merge-file` does.
//
//   base     what both changes start from
//   ours     the one that the tree has; its label in markers is "tree"
//   theirs   the one of the patch; its label is "patch"
MergedFile MergeFiles(const std::string &base, const std::string &ours,
                      const std::string &theirs);

}  // namespace laio

#endif  // TOOLS_GIT_MERGE_FILE_H
