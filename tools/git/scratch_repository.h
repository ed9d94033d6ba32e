// A small git repository in the test's own folder.

#ifndef TOOLS_GIT_SCRATCH_REPOSITORY_H
#define TOOLS_GIT_SCRATCH_REPOSITORY_H

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "tools/git/tree.h"

namespace laio {

// Requires: a test run by Bazel; each object has a folder of its own.
class ScratchRepository {
 public:
    ScratchRepository();

    // Writes the files into the work tree and commits them.
    // Returns: the id of the commit.
    // A file without content is removed.
    std::string Commit(
        const std::map<std::string, std::optional<std::string>> &files);

    // Makes a branch that ends with a commit.
    void Branch(const std::string &name, const std::string &commit);

    // Moves HEAD, the index and the files back to a version.
    void ResetTo(const std::string &rev);

    // The content of a file on disk, or nullopt.
    std::optional<std::string> OnDisk(const std::string &path) const;

    // Makes a symlink in the work tree.
    void Link(const std::string &path, const std::string &target);

    GitRepository &operator*() const { return *repository_; }
    GitRepository *operator->() const { return repository_.get(); }
    const std::string &directory() const { return directory_; }

 private:
    std::string directory_;
    std::shared_ptr<GitRepository> repository_;
};

}  // namespace laio

#endif  // TOOLS_GIT_SCRATCH_REPOSITORY_H
