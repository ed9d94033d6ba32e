// A patch on a tree that has moved on (M15), beside `git merge-file`.

#ifndef TOOLS_DEV_SALVAGE_DRIFT_H
#define TOOLS_DEV_SALVAGE_DRIFT_H

#include <memory>

#include "tools/dev/corpus_commits.h"
#include "tools/git/tree.h"

namespace laio {

// Of files that are another one in the moved tree than before the patch.
struct DriftTotal {
    int files = 0;
    int merged = 0;   // by `git merge-file`, without a conflict
    int applied = 0;  // by `laio apply --3way`, without a conflict
    int same = 0;     // by both, with the same result
    int differ = 0;   // by both, with different results
    int merged_only = 0;
    int applied_only = 0;

    void Add(const DriftTotal &other);
};

// Puts each file's patch on the tree as it was so many commits before or
// after, and merges the file after the patch into it as well.
//
//   order    all commits, the newest first
//   steps    how far away: towards older ones when negative
//   blobs    whether the blob that the patch names can be found
DriftTotal ScoreDrift(const CorpusCommit &commit,
                      const std::vector<std::string> &order, int steps,
                      bool blobs, const CommitQuery &query,
                      GitRepository *repository);

}  // namespace laio

#endif  // TOOLS_DEV_SALVAGE_DRIFT_H
