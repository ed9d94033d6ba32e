// Files that do not end with a line feed.

#ifndef TOOLS_PATCH_FILE_END_H
#define TOOLS_PATCH_FILE_END_H

#include <string>
#include <vector>

#include "tools/patch/model.h"
#include "tools/patch/post_image.h"
#include "tools/patch/text_lines.h"

namespace laio {

// Sets "\ No newline at end of file" in the hunks where it belongs by the
// files before and after.
//
//   proven  the file after is known to be right, whatever the hunks say
// Returns:  why the hunks cannot be of these files; empty when they can.
std::string MarkFileEnds(const TextLines &before, const PostImage &image,
                         bool proven, std::vector<Hunk> *hunks);

}  // namespace laio

#endif  // TOOLS_PATCH_FILE_END_H
