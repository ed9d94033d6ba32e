// laio: the command line. Parses, dispatches, and maps errors to exit status.

#include <climits>
#include <cstdlib>
#include <iostream>
#include <string>

#include "tools/cli/commands.h"
#include "tools/cli/session.h"
#include "tools/cpp/runfiles/runfiles.h"

namespace laio {

void AddCommonOptions(CLI::App *command, CommonOptions &options)
{
    command->add_flag("--json", options.json, "Machine-readable result");
    command->add_flag("--quiet", options.quiet, "No talk on stderr");
    command->add_flag("--no-sandbox", options.no_sandbox,
                      "Compile and run strangers' code without a sandbox");
    command->add_option("--color", options.color, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    command->add_option("--jobs", options.jobs, "Processes side by side")
        ->check(CLI::Range(0, 1024));
}

namespace {

// bazel run changes the directory; the paths are those of who typed them.
std::filesystem::path CallerDirectory()
{
    const char *typed_in = std::getenv("BUILD_WORKING_DIRECTORY");
    return typed_in ? typed_in : std::filesystem::current_path();
}

std::filesystem::path RunfilesRoot(const char *argv0)
{
    std::string why;
    std::unique_ptr<bazel::tools::cpp::runfiles::Runfiles> runfiles(
        bazel::tools::cpp::runfiles::Runfiles::Create(argv0, &why));
    return runfiles ? runfiles->Rlocation("laio") : "";
}

int Main(int argc, char **argv)
{
    CLI::App app(
        "The truth about a patch to QEMU's Linux AIO code, in one command.",
        "laio");
    Session session{CallerDirectory(), RunfilesRoot(argv[0]), std::cout,
                    std::cerr, {}, 0};

    app.require_subcommand(1);
    app.set_help_all_flag("--help-all", "Help for every subcommand");
    AddReviewCommand(app, session);
    AddSalvageCommand(app, session);
    AddApplyCommand(app, session);
    AddStyleCommand(app, session);
    AddRunCommand(app, session);
    AddBenchCommand(app, session);
    AddPortCommand(app, session);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &e) {
        bool asked_for_help = e.get_exit_code() == 0;
        app.exit(e);
        return asked_for_help ? 0 : static_cast<int>(ErrorKind::kUsage);
    }
    std::cout.flush();
    return session.exit_status;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
