// From the small program that people start to the one that can do everything.
// Thread: home only.

#ifndef TOOLS_CLI_HAND_OVER_H
#define TOOLS_CLI_HAND_OVER_H

#include <filesystem>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

// The name of the program that can do everything.
inline constexpr const char *kFullProgram = "laio-full";

// Where it is installed with all that ships, below the PREFIX of bin/laio.
inline constexpr const char *kShippedFolder = "lib/laio";

// Where it may be: beside the small program, as it was named and as it is,
// or with what ships with it where it is installed.
//
//   called  as argv[0] has it
//   self    the small program's own file
std::vector<std::filesystem::path> FullProgramPlaces(
    const std::string &called, const std::filesystem::path &self);

// The program that people start, seen from the one that can do everything;
// `self` when there is no other.
std::filesystem::path FrontProgram(const std::filesystem::path &self);

// Goes on as the first program of `places` that can be started.
//
// Returns:  only when none can: an Error of kind kEnvironment.
Error StartFirst(const std::vector<std::filesystem::path> &places,
                 char **argv);

// Goes on as the program that can do everything, with the same arguments.
//
// Returns:  only when it cannot, as StartFirst().
Error HandOver(char **argv);

}  // namespace laio

#endif  // TOOLS_CLI_HAND_OVER_H
