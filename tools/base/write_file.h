// Writing a whole file.
// Thread: any.

#ifndef TOOLS_BASE_WRITE_FILE_H
#define TOOLS_BASE_WRITE_FILE_H

#include <filesystem>
#include <string_view>

#include "tools/base/result.h"

namespace laio {

// Returns:  an Error of kind kEnvironment naming the file and the reason.
Status WriteFile(const std::filesystem::path &file, std::string_view text);

}  // namespace laio

#endif  // TOOLS_BASE_WRITE_FILE_H
