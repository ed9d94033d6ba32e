// laio style, with all that it can do.

#include "tools/cli/commands.h"
#include "tools/cli/style_command.h"
#include "tools/cli/style_more.h"

namespace laio {

Command StyleCommand(Session &session)
{
    return StyleCommandWith(session, StyleWithMore);
}

}  // namespace laio
