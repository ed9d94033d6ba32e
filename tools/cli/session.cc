#include "tools/cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

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
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    }
    std::filesystem::path file = Resolve(path);
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        return BadInput(fmt::format("cannot read {}: it is a directory", path));
    }
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return BadInput(
            fmt::format("cannot read {}: {}", path, std::strerror(errno)));
    }
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
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
    return &out == &std::cout && isatty(STDOUT_FILENO);
}

}  // namespace laio
