// Applies edits to a patch, and keeps its counts right.
// Thread: any.

#ifndef TOOLS_STYLE_REWRITE_H
#define TOOLS_STYLE_REWRITE_H

#include <vector>

#include "tools/style/engine.h"
#include "tools/style/patch_text.h"

namespace laio::style {

// The patch with the edits in it; hunk headers and the diffstat count what
// the hunks then hold.
//
//   edits  lines are indices in patch.lines, no line in two edits
PatchText ApplyEdits(const PatchText &patch,
                     const std::vector<const Edit *> &edits);

}  // namespace laio::style

#endif  // TOOLS_STYLE_REWRITE_H
