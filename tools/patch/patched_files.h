// The files of a tree while patch after patch changes them.

#ifndef TOOLS_PATCH_PATCHED_FILES_H
#define TOOLS_PATCH_PATCHED_FILES_H

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/patch/model.h"

namespace laio {

using MaybeFile = std::optional<TreeFile>;

// Within one patch the order of its diffs does not matter: a renamed file is
// the one before the patch, and a path that goes is free for another file.
class PatchedFiles {
 public:
    // Keeps:    the tree.
    explicit PatchedFiles(const Tree &tree) : tree_(tree) {}

    // To be told before the diffs of a patch.
    void StartPatch(const Patch &patch);

    // A file as the patches before have left it.
    Result<MaybeFile> Current(const std::string &path) const;

    // What a diff starts from: the file before this patch, unless an earlier
    // diff of the same patch has changed it in place.
    Result<MaybeFile> Source(const FilePatch &patch) const;

    // The file that a new one at this path would replace.
    Result<MaybeFile> InTheWayOf(const std::string &path) const;

    // Gives a path a content, or none.
    Status Write(const std::string &path, MaybeFile file);

    // Removes a file that was renamed, unless another one took its place.
    Status Leave(const std::string &path);

    // What has to be written so that the tree looks like this.
    std::vector<FileWrite> Writes() const;

 private:
    const Tree &tree_;
    std::map<std::string, MaybeFile> files_;      // as they are now
    std::map<std::string, MaybeFile> originals_;  // as they were, of those
    std::map<std::string, MaybeFile> before_patch_;
    std::set<std::string> going_;    // paths that the patch frees
    std::set<std::string> written_;  // by the patch
};

}  // namespace laio

#endif  // TOOLS_PATCH_PATCHED_FILES_H
