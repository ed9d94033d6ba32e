// The index of a repository.

#ifndef TOOLS_GIT_INDEX_H
#define TOOLS_GIT_INDEX_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"

struct git_repository;

namespace laio {

// As GitRepository::AddToIndex().
Status StageFiles(git_repository *repository,
                  const std::vector<FileWrite> &files);

// As GitRepository::CheckClean() and CheckNothingStaged().
Status CheckIndexIsOnDisk(git_repository *repository,
                          const std::vector<FileWrite> &files);
Status CheckIndexIsHead(git_repository *repository);

}  // namespace laio

#endif  // TOOLS_GIT_INDEX_H
