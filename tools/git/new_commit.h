// Trees and commits that are made in the object store alone.

#ifndef TOOLS_GIT_NEW_COMMIT_H
#define TOOLS_GIT_NEW_COMMIT_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"

struct git_repository;

namespace laio {

// As GitRepository::MakeCommit().
Result<std::string> MakeCommit(git_repository *repository,
                               const std::string &parent,
                               const std::vector<FileWrite> &files,
                               const CommitWords &words);

// As GitRepository::MoveHead().
Status MoveHead(git_repository *repository, const std::string &from,
                const std::string &to, const std::string &why);

}  // namespace laio

#endif  // TOOLS_GIT_NEW_COMMIT_H
