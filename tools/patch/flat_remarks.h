// Remarks between the lines of a patch whose line ends are lost.

#ifndef TOOLS_PATCH_FLAT_REMARKS_H
#define TOOLS_PATCH_FLAT_REMARKS_H

#include <cstddef>
#include <string_view>
#include <vector>

namespace laio {

// Finds where a line of code is over and somebody goes on in prose: `return
// r; Can this fail?`.
//
//   words       of an added line and all that follows up to the next mark, the
//               sign first
//   in_comment  the line begins inside of a comment
// Returns:  the index of the remark's first word, at least 1; 0 when there is
//           none to be seen.
// Thread:   any.
std::size_t RemarkAfterCode(const std::vector<std::string_view> &words,
                            bool in_comment);

}  // namespace laio

#endif  // TOOLS_PATCH_FLAT_REMARKS_H
