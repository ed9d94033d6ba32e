#include "tools/patch/layout_search.h"

#include <cmath>

namespace laio {

double ExpectedFalsePositives(std::uint64_t candidates, std::size_t digits)
{
    return double(candidates) * std::pow(16.0, -double(digits));
}

LayoutSearch SearchLayout(PostImage *image, const TextLines &before,
                          const std::string &wanted_id,
                          std::uint64_t max_candidates)
{
    return {};
}

std::vector<UncertainLine> UncertainLines(const PostImage &image,
                                          const TextLines &before)
{
    std::vector<UncertainLine> uncertain;
    for (std::size_t i = 0; i < image.lines.size(); i++) {
        if (!image.lines[i].known) {
            uncertain.push_back({int(i) + 1, image.lines[i].text, {}});
        }
    }
    return uncertain;
}

}  // namespace laio
