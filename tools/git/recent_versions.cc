#include "tools/git/recent_versions.h"

#include <set>

namespace laio {
namespace {

constexpr int kMaxCommits = 20'000;

TreePtr TreeOf(git_repository *repository, const git_oid &id)
{
    git_commit *commit = nullptr;
    git_tree *tree = nullptr;
    if (git_commit_lookup(&commit, repository, &id) == 0) {
        CommitPtr keep(commit);
        git_commit_tree(&tree, commit);
    }
    return TreePtr(tree);
}

}  // namespace

std::vector<FoundBlob> RecentVersions(git_repository *repository,
                                      const git_oid &commit,
                                      const std::string &path, int most)
{
    std::vector<FoundBlob> versions;
    git_revwalk *walk = nullptr;
    if (git_revwalk_new(&walk, repository) != 0) {
        return versions;
    }
    WalkPtr keep(walk);
    git_revwalk_sorting(walk, GIT_SORT_TIME);
    git_revwalk_push(walk, &commit);
    std::set<std::string> seen;
    git_oid id;
    for (int i = 0; i < kMaxCommits && int(versions.size()) < most &&
                    git_revwalk_next(&id, walk) == 0;
         i++) {
        TreePtr tree = TreeOf(repository, id);
        EntryPtr entry = tree ? EntryAt(tree.get(), path) : EntryPtr();
        const git_oid *blob_id = BlobIdOf(entry);
        if (!blob_id || !seen.insert(Hex(blob_id)).second) {
            continue;
        }
        git_blob *blob = nullptr;
        if (git_blob_lookup(&blob, repository, blob_id) == 0) {
            BlobPtr keep_blob(blob);
            versions.push_back({Hex(blob_id), BlobContent(blob), Hex(&id)});
        }
    }
    return versions;
}

}  // namespace laio
