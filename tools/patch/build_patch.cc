#include "tools/patch/build_patch.h"

namespace laio {

std::vector<Hunk> BuildHunks(const std::vector<RecoveredHunk> &hunks,
                             const std::vector<std::size_t> &chosen,
                             const PostImage &image)
{
    std::vector<Hunk> result;
    int shift = 0;  // lines the hunks before have added
    for (std::size_t i = 0; i < hunks.size(); i++) {
        Hunk hunk;
        hunk.section = hunks[i].header.section;
        int post = hunks[i].old_first + shift;
        int first_post = post;
        for (const RecoveredLine &line : hunks[i].readings[chosen[i]]) {
            PatchLine out{line.kind, line.text, line.no_newline};
            if (line.kind != LineKind::kRemoved) {
                out.text = image.lines[post++].text;
                hunk.new_count++;
            }
            hunk.old_count += line.kind != LineKind::kAdded;
            hunk.lines.push_back(std::move(out));
        }
        hunk.old_start = hunks[i].old_first + (hunk.old_count > 0);
        hunk.new_start = first_post + (hunk.new_count > 0);
        shift += hunk.new_count - hunk.old_count;
        result.push_back(std::move(hunk));
    }
    return result;
}

}  // namespace laio
