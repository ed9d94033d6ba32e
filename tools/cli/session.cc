#include "tools/cli/session.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "tools/base/read_file.h"
#include "tools/base/write_file.h"

namespace laio {

void AddCommonOptions(Command &command, CommonOptions &options)
{
    command.Add("--json", &options.json, "Machine-readable result");
    command.Add("--quiet", &options.quiet, "No talk on stderr");
    command.Add("--no-sandbox", &options.no_sandbox,
                "Compile and run strangers' code without a sandbox");
    command.Add("--color WHEN", &options.color, "auto, always or never")
        .OneOf({"auto", "always", "never"});
    command.Add("--jobs N", &options.jobs, "Processes side by side")
        .Range(0, 1024);
}

std::filesystem::path CallerDirectory()
{
    const char *typed_in = std::getenv("BUILD_WORKING_DIRECTORY");
    return typed_in ? typed_in : std::filesystem::current_path();
}

std::filesystem::path Session::Resolve(const std::string &path) const
{
    if (path == "-") {
        return path;
    }
    return (caller_dir / path).lexically_normal();
}

Result<std::string> Session::ReadInput(const std::string &path) const
{
    if (path == "-") {
        return ReadStdin();
    }
    return ReadFile(Resolve(path), path);
}

Status Session::WriteOutput(const std::string &path,
                            std::string_view text) const
{
    if (path == "-") {
        out << text;
        return Ok();
    }
    return WriteFile(Resolve(path), text);
}

void Session::Fail(const std::string &command, const Error &error)
{
    err << "laio " << command << ": " << error.message << "\n";
    exit_status = static_cast<int>(error.kind);
}

int Session::Finish(const std::string &command, const Status &done)
{
    if (!done.ok()) {
        Fail(command, done.error());
    }
    return exit_status;
}

bool Session::WantsColor() const
{
    if (common.color != "auto") {
        return common.color == "always";
    }
    const char *no_color = std::getenv("NO_COLOR");
    return &out == &std::cout && isatty(STDOUT_FILENO) &&
           !(no_color && *no_color);
}

}  // namespace laio
