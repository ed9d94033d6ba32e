// Finding the layout whose file has the blob id that the mail gives.

#ifndef TOOLS_PATCH_LAYOUT_SEARCH_H
#define TOOLS_PATCH_LAYOUT_SEARCH_H

#include <cstdint>
#include <string>
#include <vector>

#include "tools/patch/post_image.h"
#include "tools/patch/salvage.h"
#include "tools/patch/text_lines.h"

namespace laio {

struct LayoutSearch {
    bool found = false;
    std::uint64_t candidates = 0;  // whose id was computed
};

// Tries layouts for the lines that are not known, likely ones first, until
// the image's blob id begins with `wanted_id`. The image is set to the layout
// found, else left alone.
//
// Returns:  how many were tried, at most `max_candidates`.
LayoutSearch SearchLayout(PostImage *image, const TextLines &before,
                          const std::string &wanted_id,
                          std::uint64_t max_candidates);

// The lines that are not known, each with other layouts it may have.
std::vector<UncertainLine> UncertainLines(const PostImage &image,
                                          const TextLines &before);

// How many of so many candidates a wrong id of `digits` hex digits would be
// expected to match.
double ExpectedFalsePositives(std::uint64_t candidates, std::size_t digits);

}  // namespace laio

#endif  // TOOLS_PATCH_LAYOUT_SEARCH_H
