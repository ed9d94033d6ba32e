// Reading and printing patches, strictly.

#ifndef TOOLS_PATCH_PARSE_H
#define TOOLS_PATCH_PARSE_H

#include <string>
#include <string_view>

#include "tools/base/result.h"
#include "tools/patch/model.h"

namespace laio {

// Reads one patch with whatever stands before and after its diff.
//
//   source   what to call the text in messages
// Returns:  an Error with `source:line:` when there is no diff, a hunk does
//           not hold the lines its header announces, or something stands
//           between two files.
Result<Patch> ParsePatch(std::string_view text, const std::string &source);

// PrintPatch(ParsePatch(x)) == x for what git writes.
std::string PrintPatch(const Patch &patch);

// The diff of one file.
std::string PrintFilePatch(const FilePatch &file);

// What `git diff --stat` prints, in 79 columns, with the summary line.
std::string PrintDiffstat(const Patch &patch);

}  // namespace laio

#endif  // TOOLS_PATCH_PARSE_H
