// The files of a work tree on disk, read and written without leaving it.

#ifndef TOOLS_GIT_WORK_TREE_H
#define TOOLS_GIT_WORK_TREE_H

#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"

namespace laio {

// Reads root/path.
//
// Returns:  nullopt when there is no such file; an Error when the path leaves
//           the root, passes through a symlink, or is not a regular file.
Result<std::optional<TreeFile>> ReadWorkTreeFile(const std::string &root,
                                                 const std::string &path);

// The same, but a symlink at the end of the path is an entry of its own.
Result<std::optional<TreeFile>> ReadWorkTreeEntry(const std::string &root,
                                                  const std::string &path);

// As GitRepository::Write(). A symlink may not lead out of the root;
// submodules are passed over.
Status WriteWorkTreeFiles(const std::string &root,
                          const std::vector<FileWrite> &files);

}  // namespace laio

#endif  // TOOLS_GIT_WORK_TREE_H
