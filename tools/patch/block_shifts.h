// Other layouts of lines that move together, whatever the style around them.

#ifndef TOOLS_PATCH_BLOCK_SHIFTS_H
#define TOOLS_PATCH_BLOCK_SHIFTS_H

#include <string>
#include <vector>

#include "tools/patch/file_style.h"
#include "tools/patch/post_image.h"

namespace laio {

struct ShiftedBlock {
    int cost = 0;
    std::vector<std::string> lines;
};

// The block, all of it or from one of its lines on, a level to the left or to
// the right; and lines that go on with another one, by some columns.
//
//   lines   the block's, in some style
//   begin   of the block in the image
std::vector<ShiftedBlock> ShiftsOf(const PostImage &image, std::size_t begin,
                                   const std::vector<std::string> &lines,
                                   const FileStyle &file);

}  // namespace laio

#endif  // TOOLS_PATCH_BLOCK_SHIFTS_H
