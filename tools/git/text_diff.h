// The difference of two texts, as git prints it.

#ifndef TOOLS_GIT_TEXT_DIFF_H
#define TOOLS_GIT_TEXT_DIFF_H

#include <string>

#include "tools/base/result.h"

namespace laio {

// From `diff --git` to the last hunk, three lines of context; empty when the
// texts are equal.
//
//   path  of the file on both sides
Result<std::string> DiffTexts(const std::string &before,
                              const std::string &after,
                              const std::string &path);

}  // namespace laio

#endif  // TOOLS_GIT_TEXT_DIFF_H
