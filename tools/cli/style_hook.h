// The commit hook that checks what is staged.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_HOOK_H
#define TOOLS_CLI_STYLE_HOOK_H

#include <filesystem>
#include <string>

#include "tools/base/result.h"

namespace laio {

// Writes the checkout's pre-commit hook, in the folder that core.hooksPath
// names or else in its own. A hook of ours that is there is renewed.
//
//   directory  of a checkout, or in one
//   program    the laio that the hook runs if it is still there by then; if
//              not, the one on PATH
// Returns:  the hook's path; an Error when a hook of another hand is there,
//           which stays as it is, or when it cannot be written.
Result<std::filesystem::path> InstallHook(
    const std::filesystem::path &directory,
    const std::filesystem::path &program);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_HOOK_H
