// `laio style --fix`: inputs mended side by side, told in their order.
// Thread: home only; it starts threads of its own.

#ifndef TOOLS_CLI_STYLE_MEND_H
#define TOOLS_CLI_STYLE_MEND_H

#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_input.h"
#include "tools/cli/style_options.h"
#include "tools/style/style.h"

namespace laio {

// FixFile() or FixPatch(), as the input is.
FixResult MendText(const StyleInput &input, const StyleOptions &style);

// Mends each input and puts the text where the options say: into the file
// itself, into another one, or to session.out. What remains goes to
// session.err.
Status MendInputs(Session &session, const StyleCommandOptions &options,
                  const std::vector<std::string> &names);

// The same for one text that is at hand.
Status MendInput(Session &session, const StyleCommandOptions &options,
                 const StyleInput &input);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_MEND_H
