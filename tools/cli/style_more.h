// What `laio style` does with git or a compiler: mended texts, a range of
// commits, what is staged, the patch before a patch, the hook.
// Thread: home only.

#ifndef TOOLS_CLI_STYLE_MORE_H
#define TOOLS_CLI_STYLE_MORE_H

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/cli/style_options.h"

namespace laio {

//   options  needs_more()
Status StyleWithMore(Session &session, const StyleCommandOptions &options);

}  // namespace laio

#endif  // TOOLS_CLI_STYLE_MORE_H
