// Applying hunks to the content of one file.

#ifndef TOOLS_PATCH_APPLY_HUNKS_H
#define TOOLS_PATCH_APPLY_HUNKS_H

#include <string>
#include <vector>

#include "tools/patch/apply.h"
#include "tools/patch/model.h"

namespace laio {

struct HunksOutcome {
    std::string content;  // with all hunks that fit
    std::vector<HunkPlace> places;
    std::vector<Conflict> conflicts;  // empty: all of them fitted
    std::vector<Hunk> rejected;       // one per conflict
};

// Puts hunks on the lines of a file, in order.
//
//   path     for messages
HunksOutcome ApplyHunks(const std::string &path, const std::string &content,
                        const std::vector<Hunk> &hunks,
                        const ApplyOptions &options);

// The hunk that takes the change back.
Hunk Reversed(const Hunk &hunk);

}  // namespace laio

#endif  // TOOLS_PATCH_APPLY_HUNKS_H
