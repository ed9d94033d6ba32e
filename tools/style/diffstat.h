// The diffstat between the commit message and the diff.
// Thread: any.

#ifndef TOOLS_STYLE_DIFFSTAT_H
#define TOOLS_STYLE_DIFFSTAT_H

#include <string>
#include <string_view>
#include <vector>

namespace laio::style {

// Changes the counts of ` path | 12 +++---` and of the summary line below it.
//
//   lines   of the patch, as JoinPatch() prints them
//   before  index of the file's first hunk header: the stat nearest above it
//           is taken
//   growth  lines that the patch now adds more (or, negative, less)
void GrowDiffstat(std::vector<std::string> &lines, size_t before,
                  std::string_view path, int growth);

}  // namespace laio::style

#endif  // TOOLS_STYLE_DIFFSTAT_H
