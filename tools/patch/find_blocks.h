// The stretches of a file that a patch adds, cut where one thing ends.

#ifndef TOOLS_PATCH_FIND_BLOCKS_H
#define TOOLS_PATCH_FIND_BLOCKS_H

#include <vector>

#include "tools/patch/code_state.h"
#include "tools/patch/post_image.h"

namespace laio {

// Lines [begin, end) of an image: added, some of them not known.
struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;
    CodeState state;  // before the first line
    // Whole functions, structures or comments that the patch adds: their
    // author may have brought them along, with a style of their own.
    bool own_style = false;
};

// The stretches with lines that are not known, in order.
std::vector<Block> FindBlocks(const PostImage &image);

}  // namespace laio

#endif  // TOOLS_PATCH_FIND_BLOCKS_H
