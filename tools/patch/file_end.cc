#include "tools/patch/file_end.h"

#include <fmt/format.h>

namespace laio {
namespace {

struct HunkWalk {
    std::size_t old_line;  // from 0
    std::size_t new_line;
};

HunkWalk StartOf(const Hunk &hunk)
{
    return {std::size_t(hunk.old_start - (hunk.old_count > 0)),
            std::size_t(hunk.new_start - (hunk.new_count > 0))};
}

}  // namespace

std::string MarkFileEnds(const TextLines &before, const PostImage &image,
                         bool proven, std::vector<Hunk> *hunks)
{
    std::string fault;
    for (std::size_t i = 0; i < hunks->size(); i++) {
        HunkWalk at = StartOf((*hunks)[i]);
        for (PatchLine &line : (*hunks)[i].lines) {
            bool is_old = line.kind != LineKind::kAdded;
            bool is_new = line.kind != LineKind::kRemoved;
            bool ends_old = is_old && !before.final_newline &&
                            at.old_line + 1 == before.lines.size();
            bool ends_new = is_new && !image.final_newline &&
                            at.new_line + 1 == image.lines.size();
            if (is_old && is_new && ends_old != ends_new) {
                fault = fmt::format(
                    "hunk {} leaves a line as it is and gives it a line feed",
                    i + 1);
            } else if (line.no_newline && !ends_old && !ends_new && !proven) {
                fault = fmt::format(
                    "hunk {} says that the file ends where it goes on", i + 1);
            }
            line.no_newline = ends_old || ends_new;
            at.old_line += is_old;
            at.new_line += is_new;
        }
    }
    return fault;
}

}  // namespace laio
