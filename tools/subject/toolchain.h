// The machine's compiler and what it must be told about GLib.

#ifndef TOOLS_SUBJECT_TOOLCHAIN_H
#define TOOLS_SUBJECT_TOOLCHAIN_H

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tools/base/result.h"

namespace laio {

enum class Language { kC, kCxx };

struct Toolchain {
    std::filesystem::path compiler;  // of one language
    std::vector<std::string> glib_flags;
};

// Returns:  the first executable file `name` of a PATH, or an empty path.
std::filesystem::path FindProgram(std::string_view name,
                                  std::string_view search_path);

// Finds `cc` or `c++` and asks pkg-config for GLib.
//
//   search_path  in the form of the environment variable PATH
// Returns:  an Error of kind kEnvironment that names the missing package.
Result<Toolchain> FindToolchain(Language language,
                                std::string_view search_path);

}  // namespace laio

#endif  // TOOLS_SUBJECT_TOOLCHAIN_H
