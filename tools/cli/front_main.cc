// laio as people start it: style by itself, in little more than the time that
// a process takes to start, and all else by handing over to laio-full.

#include <iostream>
#include <string_view>

#include "tools/cli/hand_over.h"
#include "tools/cli/session.h"
#include "tools/cli/style_command.h"

namespace laio {
namespace {

int Main(int argc, char **argv)
{
    Session session{CallerDirectory(), "", std::cout, std::cerr, {}, 0};
    auto hand_over = [argv](Session &, const StyleCommandOptions &) {
        return Status(HandOver(argv));
    };
    if (argc < 2 || std::string_view(argv[1]) != "style") {
        Error error = HandOver(argv);
        std::cerr << "laio: " << error.message << "\n";
        return static_cast<int>(error.kind);
    }
    Command laio{"laio", ""};
    laio.commands = {StyleCommandWith(session, hand_over)};
    int status = RunCommandLine(laio, argc, argv);
    std::cout.flush();
    return status;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
