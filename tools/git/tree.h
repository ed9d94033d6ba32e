// Versions of files: one read-only view over commits, work trees and memory.
//
// A Tree answers "what is in this file" and "which content has this blob id".
// The stages above see only this header; libgit2 stays behind it.

#ifndef TOOLS_GIT_TREE_H
#define TOOLS_GIT_TREE_H

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/base/result.h"

namespace laio {

struct TreeFile {
    std::string content;
    unsigned mode = 0100644;  // as git writes it
};

// A blob found by its (abbreviated) id.
struct FoundBlob {
    std::string id;       // all 40 hex digits
    std::string content;
    std::string commit;   // of Versions(): one that has it at the path
};

class Tree {
 public:
    virtual ~Tree() = default;

    // For messages: "HEAD (9d52aa3c38a1) of ~/qemu".
    virtual std::string Describe() const = 0;

    // Returns:  nullopt when there is no such file; an Error when it cannot
    //           be read (a directory, a symlink out of the tree).
    virtual Result<std::optional<TreeFile>> Read(
        const std::string &path) const = 0;

    // The same, and symlinks (mode 0120000, their target is the content) and
    // submodules (0160000, "Subproject commit ID\n") as entries of a tree.
    virtual Result<std::optional<TreeFile>> ReadEntry(
        const std::string &path) const
    {
        return Read(path);
    }

    // The blobs whose ids begin with `abbreviated_id`. In a large object
    // store that may be several; the first is the likest to `path` here.
    virtual Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &abbreviated_id, const std::string &path) const = 0;

    // The first of them.
    //
    // Returns:  nullopt when no object store has one.
    Result<std::optional<FoundBlob>> FindBlob(
        const std::string &abbreviated_id, const std::string &path) const;

    // What `path` was before, the newest first, where there is a history.
    //
    //   most    contents; the search is bounded otherwise too
    virtual std::vector<FoundBlob> Versions(const std::string &path,
                                            int most) const
    {
        return {};
    }
};

// Files given by the caller; for tests and for results of earlier patches.
class MemoryTree : public Tree {
 public:
    explicit MemoryTree(std::map<std::string, std::string> files = {})
        : files_(std::move(files)) {}

    void Put(const std::string &path, std::string content)
    {
        files_[path] = std::move(content);
    }
    std::string Describe() const override { return "files in memory"; }
    Result<std::optional<TreeFile>> Read(
        const std::string &path) const override;
    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &abbreviated_id,
        const std::string &path) const override;

 private:
    std::map<std::string, std::string> files_;
};

// A new content for a file of a work tree; nullopt removes the file.
struct FileWrite {
    std::string path;
    std::optional<std::string> content;
    unsigned mode = 0100644;
};

// What a commit says. People are "Name <address>", nobody is the author;
// dates are as in a mail, an empty one is now.
struct CommitWords {
    std::string author;
    std::string date;
    std::string committer;
    std::string committer_date;
    std::string message;  // ends with a line feed
};

// A git repository, bare or with a work tree. Ownership of the folder and the
// caller's environment and configuration do not matter.
//
// Thread: one at a time.
class GitRepository {
 public:
    // Opens the repository that `directory` is, or is inside of.
    // Returns:  an Error of kind kBadInput when it is none.
    static Result<std::shared_ptr<GitRepository>> Open(
        const std::string &directory);

    virtual ~GitRepository() = default;

    // Empty for a bare repository.
    virtual std::string WorkTreeDirectory() const = 0;

    // Where its objects and configuration are.
    virtual std::string GitDirectory() const = 0;

    // The version `rev` names: a tag, branch, id, HEAD~3.
    // Keeps:    the repository, as long as the tree lives.
    virtual Result<std::unique_ptr<Tree>> At(const std::string &rev) = 0;

    // The files as they are on disk. Requires a work tree.
    virtual Result<std::unique_ptr<Tree>> WorkTree() = 0;

    // Writes all files or none: new contents are put beside their targets
    // first and renamed at the end; a failure puts back what was there.
    //
    // Returns:  an Error when a path leaves the work tree or goes through a
    //           symlink, or when the system refuses.
    virtual Status Write(const std::vector<FileWrite> &files) = 0;

    // Adds what Write() wrote to the index.
    virtual Status AddToIndex(const std::vector<FileWrite> &files) = 0;

    // The id of the commit that `rev` names.
    virtual Result<std::string> CommitId(const std::string &rev) = 0;

    // Makes a commit whose tree is that of its parent with other files, in
    // the object store alone: no branch, index or work tree changes.
    //
    //   parent   all 40 digits; empty for a first commit
    // Returns:  its id; an Error when a path is refused or the objects cannot
    //           be written.
    virtual Result<std::string> MakeCommit(
        const std::string &parent, const std::vector<FileWrite> &files,
        const CommitWords &words) = 0;

    // Whether Write() of these files would undo changes that nobody staged.
    //
    // Returns:  an Error that names the first file which is not as the index
    //           has it.
    virtual Status CheckClean(const std::vector<FileWrite> &files) = 0;

    // Returns:  an Error that names a file which is staged otherwise than HEAD
    //           has it.
    virtual Status CheckNothingStaged() = 0;

    // Makes the branch that HEAD is go from one commit on to another.
    //
    //   why      for the reflog
    // Returns:  an Error when it is not at `from` any more.
    virtual Status MoveHead(const std::string &from, const std::string &to,
                            const std::string &why) = 0;
};

// The id git gives to a file's content, 40 hex digits. Pure.
std::string BlobId(std::string_view content);

// Whether a path may be written inside a tree: relative, no `..`, no `.git`
// component in any spelling, no NUL or control characters.
// Returns:  Ok, or an Error that names the path and the reason.
Status CheckPath(const std::string &path);

}  // namespace laio

#endif  // TOOLS_GIT_TREE_H
