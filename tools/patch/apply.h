// Applying patches to a tree, in memory: all of them or none.

#ifndef TOOLS_PATCH_APPLY_H
#define TOOLS_PATCH_APPLY_H

#include <optional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/git/tree.h"
#include "tools/patch/model.h"

namespace laio {

struct HunkPlace {
    int hunk = 0;    // from 1
    int line = 0;    // where it went, in the file before
    int offset = 0;  // lines away from where its header says
};

struct FileChange {
    std::string path;
    std::string old_path;  // differs for a rename or copy
    bool renamed = false;  // the old path goes
    std::optional<std::string> before;  // nullopt: was not there
    std::optional<std::string> after;   // nullopt: removed
    unsigned old_mode = 0100644;
    unsigned new_mode = 0100644;
    bool already_applied = false;  // `after` == `before`: nothing to do
    std::vector<HunkPlace> hunks;
};

struct ApplyOptions {
    // How far from its stated line a hunk may go. Every context line must
    // match in any case.
    int max_offset = 100'000;
};

// Applies each patch on the result of the one before.
//
// Returns:  one change per file touched, in order of first appearance; an
//           Error naming file and hunk when anything does not apply, is
//           ambiguous, is binary, or leaves the tree.
// Thread:   as `tree`.
Result<std::vector<FileChange>> ApplyToMemory(
    const PatchSeries &series, const Tree &tree,
    const ApplyOptions &options = {});

}  // namespace laio

#endif  // TOOLS_PATCH_APPLY_H
