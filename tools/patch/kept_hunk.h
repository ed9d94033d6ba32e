// Reading a hunk whose lines the mail kept as they were.

#ifndef TOOLS_PATCH_KEPT_HUNK_H
#define TOOLS_PATCH_KEPT_HUNK_H

#include <optional>
#include <string>
#include <vector>

#include "tools/patch/locate.h"
#include "tools/patch/segment.h"
#include "tools/patch/word_stream.h"

namespace laio {

struct KeptHunk {
    std::string section;
    std::vector<PatchLine> lines;
    std::vector<SegmentComment> comments;
    int end = 0;  // one past the last item used
};

//   remarks   all that is not quoted as the patch is a comment
// Returns:  nullopt when the lines are not what the header announces, or,
//           without `remarks`, when a line may be wrapped into what looks
//           like a comment.
std::optional<KeptHunk> ReadKeptHunk(const WordStream &stream,
                                     const LocatedHunk &hunk,
                                     bool remarks = false);

// Where the old side of the hunk is in a file: the place nearest to `first`
// (from 0), or nullopt.
std::optional<int> PlaceOfHunk(const std::vector<PatchLine> &lines,
                               const std::vector<std::string> &old_lines,
                               int first);

}  // namespace laio

#endif  // TOOLS_PATCH_KEPT_HUNK_H
