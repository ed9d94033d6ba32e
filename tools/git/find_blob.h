// Finding a blob of a repository by the beginning of its id.

#ifndef TOOLS_GIT_FIND_BLOB_H
#define TOOLS_GIT_FIND_BLOB_H

#include <optional>
#include <string>

#include "tools/base/result.h"
#include "tools/git/tree.h"

struct git_repository;

namespace laio {

// As Tree::FindBlob(). When several objects begin like this, the history of
// `path` decides.
Result<std::optional<FoundBlob>> FindBlobIn(git_repository *repository,
                                            const std::string &abbreviated_id,
                                            const std::string &path);

}  // namespace laio

#endif  // TOOLS_GIT_FIND_BLOB_H
