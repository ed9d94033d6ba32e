// Binary files in patches, as git writes them: base 85 of a deflated content
// or of a deflated list of copies and insertions (git's pack-format.txt,
// "deltified representation").

#ifndef TOOLS_PATCH_BINARY_PATCH_H
#define TOOLS_PATCH_BINARY_PATCH_H

#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

// The content that a binary patch makes of another one.
//
//   lines    those after "GIT binary patch"; what takes the patch back, in
//            the second half of them, is not looked at
//   before   the content it was made for; the caller knows by its id
// Returns:  an Error that says what is wrong with the lines.
Result<std::string> ApplyBinary(const std::vector<std::string> &lines,
                                const std::string &before);

}  // namespace laio

#endif  // TOOLS_PATCH_BINARY_PATCH_H
