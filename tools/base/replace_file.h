// Replacing a file by another text, or not at all.
// Thread: any.

#ifndef TOOLS_BASE_REPLACE_FILE_H
#define TOOLS_BASE_REPLACE_FILE_H

#include <filesystem>
#include <string_view>

#include "tools/base/result.h"

namespace laio {

// Keeps the mode, and the link when `file` is one to a file.
//
// Requires: `file` is a regular file.
// Returns:  an Error of kind kEnvironment naming the file and the reason; it
//           is as it was then.
Status ReplaceFile(const std::filesystem::path &file, std::string_view text);

}  // namespace laio

#endif  // TOOLS_BASE_REPLACE_FILE_H
