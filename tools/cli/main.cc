// laio: the command line. Parses, dispatches, and maps errors to exit status.

#include <cstdlib>
#include <iostream>
#include <string>

#include "tools/cli/commands.h"
#include "tools/cli/session.h"
#include "tools/cli/shipped_root.h"

namespace laio {
namespace {

// bazel run changes the directory; the paths are those of who typed them.
std::filesystem::path CallerDirectory()
{
    const char *typed_in = std::getenv("BUILD_WORKING_DIRECTORY");
    return typed_in ? typed_in : std::filesystem::current_path();
}

int Main(int argc, char **argv)
{
    Session session{CallerDirectory(), FindShippedRoot(argv[0]), std::cout,
                    std::cerr, {}, 0};
    int status = RunCommandLine(LaioProgram(session), argc, argv);
    std::cout.flush();
    return status;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
