// The table of everything that laio can be told.

#include "tools/cli/commands.h"
#include "tools/cli/version.h"

namespace laio {

Command LaioProgram(Session &session)
{
    Command laio{
        "laio",
        "The truth about a patch to QEMU's Linux AIO code, in one command."};
    laio.version = kVersion;
    laio.commands = {
        ReviewCommand(session), SalvageCommand(session),
        ApplyCommand(session),  StyleCommand(session),
        RunCommand(session),    BenchCommand(session),
        PortCommand(session),
    };
    return laio;
}

}  // namespace laio
