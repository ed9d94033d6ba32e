// GitRepository by libgit2.

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "tools/git/find_blob.h"
#include "tools/git/index.h"
#include "tools/git/libgit2_handles.h"
#include "tools/git/new_commit.h"
#include "tools/git/recent_versions.h"
#include "tools/git/tree.h"
#include "tools/git/work_tree.h"

namespace laio {
namespace {

class CommitTree : public Tree {
 public:
    CommitTree(std::shared_ptr<GitRepository> keep, git_repository *repository,
               TreePtr tree, const git_oid &commit,
               std::string description)
        : keep_(std::move(keep)), repository_(repository),
          tree_(std::move(tree)), commit_(commit),
          description_(std::move(description))
    {
    }

    std::string Describe() const override { return description_; }

    Result<std::optional<TreeFile>> Read(
        const std::string &path) const override
    {
        EntryPtr entry = EntryAt(tree_.get(), path);
        if (!BlobIdOf(entry)) {
            return std::optional<TreeFile>();
        }
        if (git_tree_entry_filemode(entry.get()) == GIT_FILEMODE_LINK) {
            return BadInput(fmt::format(
                "cannot patch {} of {}: it is a symlink", path, description_));
        }
        return ReadEntry(path);
    }

    Result<std::optional<TreeFile>> ReadEntry(
        const std::string &path) const override
    {
        EntryPtr entry = EntryAt(tree_.get(), path);
        if (!entry) {
            return std::optional<TreeFile>();
        }
        unsigned mode = git_tree_entry_filemode(entry.get());
        if (mode == GIT_FILEMODE_COMMIT) {
            return std::optional<TreeFile>(TreeFile{
                SubmoduleText(git_tree_entry_id(entry.get())), mode});
        }
        const git_oid *id = BlobIdOf(entry);
        if (!id) {
            return BadInput(fmt::format("cannot patch {} of {}: it is a "
                                        "folder", path, description_));
        }
        git_blob *blob = nullptr;
        if (git_blob_lookup(&blob, repository_, id) != 0) {
            return BadInput(fmt::format("cannot read {} of {}: {}", path,
                                        description_, Libgit2Message()));
        }
        BlobPtr keep(blob);
        return std::optional<TreeFile>(TreeFile{BlobContent(blob), mode});
    }

    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &abbreviated_id,
        const std::string &path) const override
    {
        return FindBlobsIn(repository_, abbreviated_id, *this, path);
    }

    std::vector<FoundBlob> Versions(const std::string &path,
                                    int most) const override
    {
        return RecentVersions(repository_, commit_, path, most);
    }

 private:
    std::shared_ptr<GitRepository> keep_;
    git_repository *repository_;
    TreePtr tree_;
    git_oid commit_;  // of a commit, else of what was asked for
    std::string description_;
};

class DiskTree : public Tree {
 public:
    DiskTree(std::shared_ptr<GitRepository> keep, git_repository *repository)
        : keep_(std::move(keep)), repository_(repository)
    {
    }

    std::string Describe() const override
    {
        return "the work tree " + keep_->WorkTreeDirectory();
    }

    Result<std::optional<TreeFile>> Read(
        const std::string &path) const override
    {
        return ReadWorkTreeFile(keep_->WorkTreeDirectory(), path);
    }

    Result<std::optional<TreeFile>> ReadEntry(
        const std::string &path) const override
    {
        return ReadWorkTreeEntry(keep_->WorkTreeDirectory(), path);
    }

    Result<std::vector<FoundBlob>> FindBlobs(
        const std::string &abbreviated_id,
        const std::string &path) const override
    {
        return FindBlobsIn(repository_, abbreviated_id, *this, path);
    }

 private:
    std::shared_ptr<GitRepository> keep_;
    git_repository *repository_;
};

class Libgit2Repository
    : public GitRepository,
      public std::enable_shared_from_this<Libgit2Repository> {
 public:
    Libgit2Repository(RepositoryPtr repository, std::string directory)
        : repository_(std::move(repository)), directory_(std::move(directory))
    {
    }

    std::string WorkTreeDirectory() const override
    {
        // A mirror whose configuration does not say that it is bare passes
        // for its own work tree.
        const char *folder = git_repository_workdir(repository_.get());
        std::error_code ignored;
        bool real = folder &&
                    std::filesystem::exists(
                        std::filesystem::path(folder) / ".git", ignored);
        return real ? folder : "";
    }

    std::string GitDirectory() const override
    {
        return git_repository_commondir(repository_.get());
    }

    Result<std::unique_ptr<Tree>> At(const std::string &rev) override
    {
        git_object *object = nullptr;
        git_object *tree = nullptr;
        if (git_revparse_single(&object, repository_.get(), rev.c_str()) != 0) {
            return NoSuchVersion(rev);
        }
        ObjectPtr keep(object);
        if (git_object_peel(&tree, object, GIT_OBJECT_TREE) != 0) {
            return BadInput(fmt::format("'{}' in {} is not a version: {}", rev,
                                        directory_, Libgit2Message()));
        }
        git_object *commit = nullptr;
        git_oid commit_id = *git_object_id(object);
        if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0) {
            ObjectPtr keep_commit(commit);
            commit_id = *git_object_id(commit);
        }
        std::string id = Hex(git_object_id(object)).substr(0, 12);
        std::string name =
            id.starts_with(rev) || rev.starts_with(id)
                ? id
                : fmt::format("{} ({})", rev, id);
        return std::unique_ptr<Tree>(new CommitTree(
            shared_from_this(), repository_.get(),
            TreePtr(reinterpret_cast<git_tree *>(tree)), commit_id,
            fmt::format("{} of {}", name, directory_)));
    }

    Result<std::unique_ptr<Tree>> WorkTree() override
    {
        if (WorkTreeDirectory().empty()) {
            return BadInput(fmt::format(
                "{} is a bare repository and has no work tree", directory_));
        }
        return std::unique_ptr<Tree>(
            new DiskTree(shared_from_this(), repository_.get()));
    }

    Status Write(const std::vector<FileWrite> &files) override
    {
        if (WorkTreeDirectory().empty()) {
            return BadInput(fmt::format("cannot write to {}: it is a bare "
                                        "repository",
                                        directory_));
        }
        return WriteWorkTreeFiles(WorkTreeDirectory(), files);
    }

    Status AddToIndex(const std::vector<FileWrite> &files) override
    {
        return StageFiles(repository_.get(), files);
    }

    Result<std::string> CommitId(const std::string &rev) override
    {
        git_object *object = nullptr;
        git_object *commit = nullptr;
        if (git_revparse_single(&object, repository_.get(), rev.c_str()) != 0) {
            return NoSuchVersion(rev);
        }
        ObjectPtr keep(object);
        if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) != 0) {
            return NoSuchVersion(rev);
        }
        ObjectPtr keep_commit(commit);
        return Hex(git_object_id(commit));
    }

    Result<std::string> MakeCommit(const std::string &parent,
                                   const std::vector<FileWrite> &files,
                                   const CommitWords &words) override
    {
        return laio::MakeCommit(repository_.get(), parent, files, words);
    }

    Status CheckClean(const std::vector<FileWrite> &files) override
    {
        return CheckIndexIsOnDisk(repository_.get(), files);
    }

    Status CheckNothingStaged() override
    {
        return CheckIndexIsHead(repository_.get());
    }

    Status MoveHead(const std::string &from, const std::string &to,
                    const std::string &why) override
    {
        return laio::MoveHead(repository_.get(), from, to, why);
    }

 private:
    Error NoSuchVersion(const std::string &rev) const
    {
        return BadInput(fmt::format(
            "cannot find the version '{}' in {}: {}; name a commit, tag or "
            "branch of it",
            rev, directory_, Libgit2Message()));
    }

    RepositoryPtr repository_;
    std::string directory_;
};

}  // namespace

Result<std::shared_ptr<GitRepository>> GitRepository::Open(
    const std::string &directory)
{
    Result<RepositoryPtr> repository = OpenRepository(directory);
    if (!repository) {
        return repository.error();
    }
    return std::shared_ptr<GitRepository>(
        new Libgit2Repository(*std::move(repository), directory));
}

}  // namespace laio
