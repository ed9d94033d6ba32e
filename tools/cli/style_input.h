// What `laio style` is given to look at.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_INPUT_H
#define TOOLS_CLI_STYLE_INPUT_H

#include <string>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_options.h"
#include "tools/style/style.h"

namespace laio {

// What is checked: its text and how it is to be read.
struct StyleInput {
    std::string name;
    std::string text;
    bool is_file = false;
    StyleOptions style;
};

// Reads the file, stdin, or what is staged.
//
// Returns:  an Error when it cannot be read, is empty, or is a mail whose
//           encoding hides the patch; what is staged may be empty.
Result<StyleInput> ReadStyleInput(const Session &session,
                                  const StyleCommandOptions &options);

// Whether the name is that of a series' cover letter, which holds no diff.
bool IsCoverLetter(const std::string &name);

// What to say of a text without a hunk, and the way out.
Error NotAPatch(const StyleInput &input);

// The folder that --tree names, or the caller's.
std::filesystem::path TreeFolder(const Session &session,
                                 const StyleCommandOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_INPUT_H
