// laio-full: all commands. Parses, dispatches, and maps errors to exit status.

#include <cerrno>
#include <cstring>
#include <iostream>
#include <string>

#include "tools/cli/commands.h"
#include "tools/cli/session.h"
#include "tools/cli/shipped_root.h"

namespace laio {
namespace {

int Main(int argc, char **argv)
{
    Session session{CallerDirectory(), FindShippedRoot(argv[0]), std::cout,
                    std::cerr, {}, 0};
    int status = RunCommandLine(LaioProgram(session), argc, argv);
    errno = 0;
    if (!std::cout.flush()) {
        std::cerr << "laio: cannot write the result"
                  << (errno ? std::string(": ") + std::strerror(errno) : "")
                  << "\n";
        return static_cast<int>(ErrorKind::kEnvironment);
    }
    return status;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
