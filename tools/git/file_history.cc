#include "tools/git/file_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "tools/git/libgit2_handles.h"

namespace laio {
namespace {

// One walk over the commits of a query.
class HistoryWalk {
 public:
    HistoryWalk(git_repository *repository, const HistoryQuery &query,
                const std::string &directory)
        : repository_(repository), query_(query), directory_(directory)
    {
    }

    Result<std::vector<FileVersion>> Run()
    {
        git_revwalk *walk = nullptr;
        if (git_revwalk_new(&walk, repository_) != 0) {
            return Unreadable();
        }
        WalkPtr keep(walk);
        git_revwalk_sorting(walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME |
                                      GIT_SORT_REVERSE);
        Status pushed = Push(walk);
        if (!pushed) {
            return pushed.error();
        }
        git_oid id;
        int status;
        while ((status = git_revwalk_next(&id, walk)) == 0) {
            if (!Look(id)) {
                return Unreadable();
            }
        }
        if (status != GIT_ITEROVER) {
            return Unreadable();
        }
        return std::move(versions_);
    }

 private:
    Error Unreadable() const
    {
        return BadInput(fmt::format(
            "cannot read the history of {}: {}; is the clone a shallow or "
            "partial one?",
            directory_, Libgit2Message()));
    }

    Status Push(git_revwalk *walk) const
    {
        git_object *object = nullptr;
        git_object *commit = nullptr;
        int status = git_revparse_single(&object, repository_,
                                         query_.rev.c_str());
        ObjectPtr keep(object);
        if (status == 0) {
            status = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
        }
        ObjectPtr keep_commit(commit);
        if (status != 0) {
            return BadInput(fmt::format("cannot find the version '{}' in {}: "
                                        "{}; name a commit, tag or branch",
                                        query_.rev, directory_,
                                        Libgit2Message()));
        }
        git_revwalk_push(walk, git_object_id(commit));
        if (query_.all_refs) {
            git_revwalk_push_glob(walk, "*");
        }
        return Ok();
    }

    bool Look(const git_oid &commit_id)
    {
        git_commit *commit = nullptr;
        git_tree *tree = nullptr;
        if (git_commit_lookup(&commit, repository_, &commit_id) != 0) {
            return false;
        }
        CommitPtr keep_commit(commit);
        if (git_commit_tree(&tree, commit) != 0) {
            return false;
        }
        TreePtr keep_tree(tree);
        return std::all_of(
            query_.paths.begin(), query_.paths.end(),
            [&](const std::string &path) {
                return LookAt(commit, tree, path);
            });
    }

    bool LookAt(git_commit *commit, git_tree *tree, const std::string &path)
    {
        // A folder of before has nothing new.
        std::size_t slash = path.find('/');
        git_tree_entry *entry = nullptr;
        const git_tree_entry *folder =
            git_tree_entry_byname(tree, path.substr(0, slash).c_str());
        if (!folder ||
            !seen_.insert(Hex(git_tree_entry_id(folder)) + path).second ||
            git_tree_entry_bypath(&entry, tree, path.c_str()) != 0) {
            return true;
        }
        EntryPtr keep(entry);
        const git_oid *id = BlobIdOf(keep);
        if (!id || git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK ||
            !blobs_.insert(Hex(id)).second) {
            return true;
        }
        return Add(commit, id, path);
    }

    bool Add(git_commit *commit, const git_oid *id, const std::string &path)
    {
        git_blob *blob = nullptr;
        if (git_blob_lookup(&blob, repository_, id) != 0) {
            return false;
        }
        BlobPtr keep(blob);
        const char *subject = git_commit_summary(commit);
        versions_.push_back({Hex(id), BlobContent(blob), path,
                             Hex(git_commit_id(commit)),
                             subject ? subject : "",
                             git_commit_time(commit),
                             git_commit_time_offset(commit)});
        return true;
    }

    git_repository *repository_;
    const HistoryQuery &query_;
    const std::string &directory_;
    // Ids of what stands at the first component of a path, and the path.
    std::set<std::string> seen_;
    std::set<std::string> blobs_;
    std::vector<FileVersion> versions_;
};

}  // namespace

Result<std::vector<FileVersion>> FileHistory(const std::string &directory,
                                             const HistoryQuery &query)
{
    Result<RepositoryPtr> repository = OpenRepository(directory);
    if (!repository) {
        return repository.error();
    }
    return HistoryWalk(repository->get(), query, directory).Run();
}

}  // namespace laio
