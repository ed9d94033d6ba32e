// What git itself says, where the user's own configuration counts.
// Thread: any.

#ifndef TOOLS_CLI_GIT_COMMAND_H
#define TOOLS_CLI_GIT_COMMAND_H

#include <filesystem>
#include <string>
#include <vector>

#include "tools/base/result.h"

namespace laio {

// Runs `git ARGUMENTS` in the directory.
//
//   task        for the message: "read commits"
//   differ      whether exit status 1 is an answer, as of `git diff`
// Returns:  its stdout; an Error of kind kUsage with what git said.
Result<std::string> AskGit(const std::filesystem::path &directory,
                           const std::string &task,
                           std::vector<std::string> arguments,
                           bool differ = false);

}  // namespace laio

#endif  // TOOLS_CLI_GIT_COMMAND_H
