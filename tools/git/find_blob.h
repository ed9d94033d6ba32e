// Finding blobs of a repository by the beginning of their ids.

#ifndef TOOLS_GIT_FIND_BLOB_H
#define TOOLS_GIT_FIND_BLOB_H

#include <string>
#include <vector>

#include "tools/git/tree.h"

struct git_repository;

namespace laio {

// As Tree::FindBlobs(), for a `tree` of the repository.
std::vector<FoundBlob> FindBlobsIn(git_repository *repository,
                                   const std::string &abbreviated_id,
                                   const Tree &tree, const std::string &path);

}  // namespace laio

#endif  // TOOLS_GIT_FIND_BLOB_H
