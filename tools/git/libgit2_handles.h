// libgit2's objects as values that free themselves. For this folder only.

#ifndef TOOLS_GIT_LIBGIT2_HANDLES_H
#define TOOLS_GIT_LIBGIT2_HANDLES_H

#include <git2.h>

#include <memory>
#include <string>

#include "tools/base/result.h"

namespace laio {

template <auto Free>
struct Freer {
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using OdbPtr = std::unique_ptr<git_odb, Freer<git_odb_free>>;
using RepositoryPtr = std::unique_ptr<git_repository,
                                      Freer<git_repository_free>>;
using ObjectPtr = std::unique_ptr<git_object, Freer<git_object_free>>;
using BlobPtr = std::unique_ptr<git_blob, Freer<git_blob_free>>;
using TreePtr = std::unique_ptr<git_tree, Freer<git_tree_free>>;
using EntryPtr = std::unique_ptr<git_tree_entry, Freer<git_tree_entry_free>>;
using WalkPtr = std::unique_ptr<git_revwalk, Freer<git_revwalk_free>>;
using CommitPtr = std::unique_ptr<git_commit, Freer<git_commit_free>>;
using IndexPtr = std::unique_ptr<git_index, Freer<git_index_free>>;
using DiffPtr = std::unique_ptr<git_diff, Freer<git_diff_free>>;
using ReferencePtr = std::unique_ptr<git_reference,
                                     Freer<git_reference_free>>;
using SignaturePtr = std::unique_ptr<git_signature, Freer<git_signature_free>>;

// Makes libgit2 ready; may be called again and again.
void StartLibgit2();

// Opens the repository that `directory` is, or is inside of.
// Returns:  an Error of kind kBadInput when it is none.
Result<RepositoryPtr> OpenRepository(const std::string &directory);

// What libgit2 said about its last failure.
std::string Libgit2Message();

std::string Hex(const git_oid *id);
std::string BlobContent(const git_blob *blob);

// The content that stands for a submodule, "Subproject commit ID\n", and back.
// Returns:  false when the text is none.
std::string SubmoduleText(const git_oid *id);
bool SubmoduleId(const std::string &text, git_oid *id);

// The entry of a path; null when the tree has none.
EntryPtr EntryAt(git_tree *tree, const std::string &path);

// The id of the blob that an entry is; null when it is none.
const git_oid *BlobIdOf(const EntryPtr &entry);

}  // namespace laio

#endif  // TOOLS_GIT_LIBGIT2_HANDLES_H
