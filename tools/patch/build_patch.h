// From recovered hunks and the file after them back to a patch.

#ifndef TOOLS_PATCH_BUILD_PATCH_H
#define TOOLS_PATCH_BUILD_PATCH_H

#include <vector>

#include "tools/patch/model.h"
#include "tools/patch/post_image.h"
#include "tools/patch/recover.h"

namespace laio {

// The hunks, with added lines as the image has them and line numbers as the
// file before and the image have them.
std::vector<Hunk> BuildHunks(const std::vector<RecoveredHunk> &hunks,
                             const std::vector<std::size_t> &chosen,
                             const PostImage &image);

}  // namespace laio

#endif  // TOOLS_PATCH_BUILD_PATCH_H
