// Writing to a repository: the index and a commit.

#ifndef TOOLS_GIT_COMMIT_H
#define TOOLS_GIT_COMMIT_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"

struct git_repository;

namespace laio {

// As GitRepository::AddToIndex().
Status StageFiles(git_repository *repository,
                  const std::vector<FileWrite> &files);

// As GitRepository::Commit().
Result<std::string> CommitIndex(git_repository *repository,
                                const std::string &author,
                                const std::string &date,
                                const std::string &message);

}  // namespace laio

#endif  // TOOLS_GIT_COMMIT_H
