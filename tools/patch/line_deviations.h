// Other layouts of a single line, whatever the style around it.

#ifndef TOOLS_PATCH_LINE_DEVIATIONS_H
#define TOOLS_PATCH_LINE_DEVIATIONS_H

#include <string>
#include <vector>

#include "tools/patch/file_style.h"
#include "tools/patch/post_image.h"

namespace laio {

struct Deviation {
    int cost = 0;
    std::string text;
};

// Styles that cost more than this are not deviated from.
constexpr int kMaxDeviatedStyle = 1;

// Whether nobody knows where the line begins.
bool IndentIsOpen(const PostLine &post);

// Indented less or more, as a neighbour is, or like an equal line elsewhere
// in the file.
//
//   lines   the block's, in some style; `i` is the one to change
//   begin   of the block in the image
std::vector<Deviation> DeviationsOf(const PostImage &image, std::size_t begin,
                                    const std::vector<std::string> &lines,
                                    std::size_t i, const FileStyle &file);

}  // namespace laio

#endif  // TOOLS_PATCH_LINE_DEVIATIONS_H
