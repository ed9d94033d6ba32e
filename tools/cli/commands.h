// The subcommands, one file each: cmd_<name>.cc.
//
// Each function adds its subcommand to `app`; when the user names it, its
// callback does the work on `session`, writes the result to session.out and
// sets session.exit_status: 0 clean, 1 findings or failing verdicts, or by
// Session::Fail().

#ifndef TOOLS_CLI_COMMANDS_H
#define TOOLS_CLI_COMMANDS_H

#include <CLI/CLI.hpp>

#include "tools/cli/session.h"

namespace laio {

void AddSalvageCommand(CLI::App &app, Session &session);
void AddApplyCommand(CLI::App &app, Session &session);
void AddStyleCommand(CLI::App &app, Session &session);
void AddRunCommand(CLI::App &app, Session &session);
void AddBenchCommand(CLI::App &app, Session &session);
void AddPortCommand(CLI::App &app, Session &session);
void AddReviewCommand(CLI::App &app, Session &session);

// The options that all of them take.
void AddCommonOptions(CLI::App *command, CommonOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_COMMANDS_H
