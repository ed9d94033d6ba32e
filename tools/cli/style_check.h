// The findings of `laio style`: inputs side by side, output in their order.
// Thread: home only; it starts threads of its own.

#ifndef TOOLS_CLI_STYLE_CHECK_H
#define TOOLS_CLI_STYLE_CHECK_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_input.h"
#include "tools/cli/style_options.h"

namespace laio {

// Reads and checks each input by itself. One that cannot be checked is told
// on session.err and costs the others nothing.
Status CheckInputs(Session &session, const StyleCommandOptions &options,
                   const std::vector<std::string> &names);

// The same for one text that is at hand.
Status CheckInput(Session &session, const StyleCommandOptions &options,
                  const StyleInput &input);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_CHECK_H
