#include "tools/git/find_blob.h"

#include <algorithm>
#include <set>
#include <vector>

#include "tools/git/libgit2_handles.h"

namespace laio {
namespace {

// How many commits a search through a path's history may look at.
constexpr int kMaxHistory = 200'000;

struct BlobsByPrefix {
    git_odb *objects = nullptr;
    git_oid prefix;
    std::size_t digits = 0;
    std::vector<git_oid> found;
};

int TakeBlob(const git_oid *id, void *payload)
{
    auto *blobs = static_cast<BlobsByPrefix *>(payload);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (git_oid_ncmp(id, &blobs->prefix, blobs->digits) == 0 &&
        git_odb_read_header(&size, &type, blobs->objects, id) == 0 &&
        type == GIT_OBJECT_BLOB) {
        blobs->found.push_back(*id);
    }
    return 0;
}

// All blobs of the object store whose ids begin so: where trees and commits
// make an abbreviation ambiguous, this is much cheaper than a history.
std::vector<git_oid> BlobsOf(git_repository *repository,
                             const std::string &prefix)
{
    BlobsByPrefix blobs;
    blobs.digits = prefix.size();
    git_odb *objects = nullptr;
    if (git_oid_fromstrn(&blobs.prefix, prefix.data(), prefix.size()) != 0 ||
        git_repository_odb(&objects, repository) != 0) {
        return {};
    }
    blobs.objects = objects;
    git_odb_foreach(objects, TakeBlob, &blobs);
    git_odb_free(objects);
    std::sort(blobs.found.begin(), blobs.found.end(),
              [](const git_oid &a, const git_oid &b) {
                  return git_oid_cmp(&a, &b) < 0;
              });
    blobs.found.erase(std::unique(blobs.found.begin(), blobs.found.end(),
                                  [](const git_oid &a, const git_oid &b) {
                                      return git_oid_equal(&a, &b);
                                  }),
                      blobs.found.end());
    return std::move(blobs.found);
}

// Finds blobs of a path by walking the history; for abbreviations that more
// than one object has.
class HistorySearch {
 public:
    HistorySearch(git_repository *repository, std::string prefix,
                  std::string path)
        : repository_(repository), prefix_(std::move(prefix)),
          path_(std::move(path))
    {
    }

    std::optional<FoundBlob> Run()
    {
        git_revwalk *walk = nullptr;
        if (git_revwalk_new(&walk, repository_) != 0) {
            return std::nullopt;
        }
        WalkPtr keep(walk);
        git_revwalk_push_glob(walk, "*");
        git_revwalk_push_head(walk);
        git_oid id;
        for (int i = 0; i < kMaxHistory && git_revwalk_next(&id, walk) == 0;
             i++) {
            Look(id);
        }
        if (found_) {
            found_->unique = ids_.size() == 1;
        }
        return found_;
    }

 private:
    void Look(const git_oid &commit_id)
    {
        git_commit *commit = nullptr;
        git_tree *tree = nullptr;
        if (git_commit_lookup(&commit, repository_, &commit_id) != 0) {
            return;
        }
        CommitPtr keep_commit(commit);
        if (git_commit_tree(&tree, commit) != 0) {
            return;
        }
        TreePtr keep_tree(tree);
        EntryPtr entry = EntryAt(tree, path_);
        const git_oid *id = BlobIdOf(entry);
        if (!id || !Hex(id).starts_with(prefix_) ||
            !ids_.insert(Hex(id)).second || found_) {
            return;
        }
        git_blob *blob = nullptr;
        if (git_blob_lookup(&blob, repository_, id) == 0) {
            BlobPtr keep_blob(blob);
            found_ = FoundBlob{Hex(id), BlobContent(blob), Hex(&commit_id)};
        }
    }

    git_repository *repository_;
    std::string prefix_;
    std::string path_;
    std::set<std::string> ids_;
    std::optional<FoundBlob> found_;
};

}  // namespace

Result<std::optional<FoundBlob>> FindBlobIn(git_repository *repository,
                                            const std::string &prefix,
                                            const std::string &path)
{
    std::optional<FoundBlob> none;
    git_oid id;
    if (prefix.size() < 4 || prefix.size() > GIT_OID_HEXSZ ||
        git_oid_fromstrn(&id, prefix.data(), prefix.size()) != 0) {
        return none;
    }
    git_blob *blob = nullptr;
    int status = git_blob_lookup_prefix(&blob, repository, &id, prefix.size());
    BlobPtr keep(blob);
    if (status == 0) {
        return std::optional<FoundBlob>(
            FoundBlob{Hex(git_blob_id(blob)), BlobContent(blob), ""});
    }
    if (status == GIT_EAMBIGUOUS) {
        std::vector<git_oid> blobs = BlobsOf(repository, prefix);
        if (blobs.size() == 1 &&
            git_blob_lookup(&blob, repository, &blobs[0]) == 0) {
            BlobPtr keep_only(blob);
            return std::optional<FoundBlob>(
                FoundBlob{Hex(&blobs[0]), BlobContent(blob), ""});
        }
        if (blobs.empty()) {
            return none;
        }
        return HistorySearch(repository, prefix, path).Run();
    }
    return none;
}

}  // namespace laio
