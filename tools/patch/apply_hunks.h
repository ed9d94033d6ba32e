// Applying hunks to the content of one file.

#ifndef TOOLS_PATCH_APPLY_HUNKS_H
#define TOOLS_PATCH_APPLY_HUNKS_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/patch/apply.h"
#include "tools/patch/model.h"

namespace laio {

// Puts hunks on the lines of a file, in order.
//
//   path     for messages
//   places   gets where each hunk went
// Returns:  the new content; an Error naming the hunk that does not fit.
Result<std::string> ApplyHunks(const std::string &path,
                               const std::string &content,
                               const std::vector<Hunk> &hunks,
                               const ApplyOptions &options,
                               std::vector<HunkPlace> *places);

}  // namespace laio

#endif  // TOOLS_PATCH_APPLY_HUNKS_H
