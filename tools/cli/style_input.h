// What `laio style` is given to look at.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_INPUT_H
#define TOOLS_CLI_STYLE_INPUT_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_options.h"
#include "tools/cli/style_text.h"
#include "tools/style/style.h"

namespace laio {

// The names that the user gave, with -f the sources below those that are
// folders in the place of each: by name, hidden folders and links left out.
//
// Returns:  at least one; an Error when a folder holds no source.
Result<std::vector<std::string>> ListStyleInputs(
    const Session &session, const StyleCommandOptions &options);

// Reads a file, or stdin for "-".
//
// Returns:  an Error when it cannot be read, or of AsStyleInput().
Result<StyleInput> ReadStyleInput(const Session &session,
                                  const StyleCommandOptions &options,
                                  const std::string &name);

// Whether the name is that of a series' cover letter, which holds no diff.
bool IsCoverLetter(const std::string &name);

// What to say of a text without a hunk, and the way out.
Error NotAPatch(const StyleInput &input);

// The folder that --tree names, or the caller's.
std::filesystem::path TreeFolder(const Session &session,
                                 const StyleCommandOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_INPUT_H
