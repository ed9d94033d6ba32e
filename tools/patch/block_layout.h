// Laying out a stretch of added lines in one style.

#ifndef TOOLS_PATCH_BLOCK_LAYOUT_H
#define TOOLS_PATCH_BLOCK_LAYOUT_H

#include <string>
#include <vector>

#include "tools/patch/code_state.h"
#include "tools/patch/file_style.h"

namespace laio {

struct PostImage;

// The texts of lines [begin, end) of the image, all of them added. Lines that
// are known stay as they are.
//
//   state   of the code before line `begin`
std::vector<std::string> LayOutBlock(CodeState state, const PostImage &image,
                                     std::size_t begin, std::size_t end,
                                     const FileStyle &file,
                                     const LayoutStyle &style);

}  // namespace laio

#endif  // TOOLS_PATCH_BLOCK_LAYOUT_H
