// Applying patches to a tree, in memory: all of them or none, unless asked.

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
    int fuzz = 0;    // context lines that were disregarded at each end
};

// What the blob ids of a file's diff say about its change.
enum class IdProof {
    kNone,    // no ids, or the file was not the one the patch starts from
    kProven,  // the file before and after are those that the patch names
    kDenied,  // the right file before, another one after: a damaged text
};

// Something of a patch that does not fit.
struct Conflict {
    std::string path;
    int hunk = 0;        // from 1; 0: the file as a whole
    std::string reason;  // one sentence
    std::string detail;  // lines: what the hunk wants and what is there
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
    bool merged = false;           // by a 3-way merge with the named blob
    bool conflicted = false;       // merged, and `after` has markers in it
    IdProof proof = IdProof::kNone;
    std::vector<HunkPlace> hunks;
    std::vector<Hunk> rejected;  // with ApplyOptions::reject
};

struct ApplyOptions {
    // How far from its stated line a hunk may go. Every context line must
    // match in any case, but for fuzz.
    int max_offset = 100'000;
    // Context lines at each end of a hunk that need not match, when it fits
    // nowhere as it is and in one place only without them.
    int max_fuzz = 0;
    // Merge a file whose hunks do not fit by way of the blob that the patch
    // names. Where the merge conflicts, the file is a conflict.
    bool three_way = false;
    // Conflicts are no errors: hunks that do not fit are left out, and merges
    // that conflict are taken with their markers.
    bool reject = false;
};

// Applies each patch on the result of the one before.
//
// Returns:  one change per file touched, in order of first appearance; an
//           Error naming file and hunk when anything does not apply, is
//           ambiguous, or leaves the tree.
// Thread:   as `tree`.
Result<std::vector<FileChange>> ApplyToMemory(
    const PatchSeries &series, const Tree &tree,
    const ApplyOptions &options = {});

// The same patch by patch.
class PatchApplier {
 public:
    // Keeps:    both, as long as it lives.
    PatchApplier(const Tree &tree, const ApplyOptions &options);
    ~PatchApplier();

    // Returns:  an Error when the patch does not apply; nothing may be added
    //           after one. All that does not fit is in conflicts().
    Status Add(const Patch &patch);

    const std::vector<Conflict> &conflicts() const;
    // As ApplyToMemory() returns them.
    const std::vector<FileChange> &changes() const;
    // What has to be written so that a tree looks like this.
    std::vector<FileWrite> Writes() const;

 private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace laio

#endif  // TOOLS_PATCH_APPLY_H
