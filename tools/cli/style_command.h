// `laio style` as a line in a table of commands.
// Thread: home only.

#ifndef TOOLS_CLI_STYLE_COMMAND_H
#define TOOLS_CLI_STYLE_COMMAND_H

#include <functional>

#include "tools/base/command_line.h"
#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_options.h"

namespace laio {

// Does what needs_more() asks for.
using MoreStyle =
    std::function<Status(Session &, const StyleCommandOptions &)>;

// Checks and explains by itself; what takes git or a compiler is handed in, so
// that a program without them can have the command.
Command StyleCommandWith(Session &session, MoreStyle more);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_COMMAND_H
