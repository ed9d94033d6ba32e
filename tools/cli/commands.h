// The subcommands, one file each: cmd_<name>.cc.
//
// Each function gives the subcommand's line in the table: its options, and a
// `run` that does the work on `session`, writes the result to session.out and
// returns the exit status: 0 clean, 1 findings or failing verdicts, or by
// Session::Fail(). The session outlives the Command.

#ifndef TOOLS_CLI_COMMANDS_H
#define TOOLS_CLI_COMMANDS_H

#include "tools/base/command_line.h"
#include "tools/cli/session.h"

namespace laio {

Command ReviewCommand(Session &session);
Command SalvageCommand(Session &session);
Command ApplyCommand(Session &session);
Command StyleCommand(Session &session);
Command RunCommand(Session &session);
Command BenchCommand(Session &session);
Command PortCommand(Session &session);

// The program with all of them.
Command LaioProgram(Session &session);

}  // namespace laio

#endif  // TOOLS_CLI_COMMANDS_H
