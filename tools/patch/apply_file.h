// What a patch makes of the content of one file.

#ifndef TOOLS_PATCH_APPLY_FILE_H
#define TOOLS_PATCH_APPLY_FILE_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/patch/apply.h"
#include "tools/patch/model.h"

namespace laio {

struct FileOutcome {
    std::string content;
    bool already_applied = false;
    bool merged = false;
    IdProof proof = IdProof::kNone;
    std::vector<HunkPlace> places;
    std::vector<Conflict> conflicts;  // none: `content` is what was wanted
    std::vector<Hunk> rejected;
};

// Puts the hunks or the binary content of `patch` on the content that its old
// path has; as it is, moved, with fuzz, or by a 3-way merge.
//
//   tree     where the blob that the patch names is looked for
// Returns:  an Error when `tree` fails.
// Thread:   as `tree`.
Result<FileOutcome> ApplyToFile(const FilePatch &patch,
                                const std::string &content, const Tree &tree,
                                const ApplyOptions &options);

}  // namespace laio

#endif  // TOOLS_PATCH_APPLY_FILE_H
