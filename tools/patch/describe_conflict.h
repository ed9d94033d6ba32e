// A hunk beside the lines of the file where it almost fits.

#ifndef TOOLS_PATCH_DESCRIBE_CONFLICT_H
#define TOOLS_PATCH_DESCRIBE_CONFLICT_H

#include <string>
#include <vector>

#include "tools/patch/model.h"

namespace laio {

// Lines for a person: the place of the file that is most like the hunk's old
// side, with what is there and what the hunk wants there.
//
//   stated   where the hunk says it goes, from 0; the nearest of equals wins
std::string DescribeConflict(const Hunk &hunk,
                             const std::vector<std::string> &file, int stated);

}  // namespace laio

#endif  // TOOLS_PATCH_DESCRIBE_CONFLICT_H
