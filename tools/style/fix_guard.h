// What must hold of every fix that stays.
// Thread: any.

#ifndef TOOLS_STYLE_FIX_GUARD_H
#define TOOLS_STYLE_FIX_GUARD_H

#include <string>
#include <vector>

#include "tools/style/engine.h"

namespace laio::style {

// Whether the program and the words of comments are the same but for the
// tokens that the edits declare.
//
//   candidate  `patch` with the edits
bool KeepsProgram(const PatchText &patch, const PatchText &candidate,
                  const std::vector<const Edit *> &edits);

// Returns:  the first rule that found more in some file than before, or "".
std::string RuleThatGrew(const std::vector<Diagnosis> &before,
                         const std::vector<Diagnosis> &after);

}  // namespace laio::style

#endif  // TOOLS_STYLE_FIX_GUARD_H
