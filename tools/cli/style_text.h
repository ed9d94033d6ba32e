// A text whose style is asked for.
// Thread: any.

#ifndef TOOLS_CLI_STYLE_TEXT_H
#define TOOLS_CLI_STYLE_TEXT_H

#include <string>

#include "tools/base/result.h"

namespace laio {

// What is checked: its text and how it is to be read.
struct StyleInput {
    std::string name;
    std::string text;
    bool is_file = false;
};

// Whether a name is that of a range of commits: `REV..REV`, with something
// before the dots.
bool IsRange(const std::string &name);

//   is_file  known to be a source; else its name tells
// Returns:  an Error when it is empty, or a mail whose encoding hides the
//           patch.
Result<StyleInput> AsStyleInput(const std::string &name, std::string text,
                                bool is_file);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_TEXT_H
