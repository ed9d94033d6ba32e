// Where the files are that ship with the program: headers, subjects, runners.
//
// They lie below one folder and have there the names that they have in the
// source tree. Installed, that folder is ../lib/laio as seen from the program,
// so that all of it can be moved together; as Bazel built it, the runfiles.

#ifndef TOOLS_CLI_SHIPPED_ROOT_H
#define TOOLS_CLI_SHIPPED_ROOT_H

#include <filesystem>

namespace laio {

// Returns:  the folder beside an installed program, or that laio-full is in;
//           whether it exists or not.
std::filesystem::path InstalledRoot(const std::filesystem::path &program);

// Of the running program. What is installed never looks at the environment,
// in which the runfiles of another program may be named.
//
// Returns:  empty when the program was copied away from its files.
std::filesystem::path FindShippedRoot(const char *argv0);

}  // namespace laio

#endif  // TOOLS_CLI_SHIPPED_ROOT_H
