#include "tools/cli/session.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

namespace laio {
namespace {

//   expected  bytes that are probably there, 0 if nobody knows
std::string ReadAll(std::streambuf &in, uintmax_t expected)
{
    constexpr std::streamsize kStep = 1 << 16;
    std::string text;
    // One more shows the end.
    auto step = expected ? static_cast<std::streamsize>(expected) + 1 : kStep;
    for (std::streamsize got = step; got == step;) {
        size_t size = text.size();
        step = size ? kStep : step;
        text.resize(size + step);
        got = in.sgetn(text.data() + size, step);
        text.resize(size + std::max<std::streamsize>(got, 0));
    }
    return text;
}

}  // namespace

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
        return ReadAll(*std::cin.rdbuf(), 0);
    }
    std::filesystem::path file = Resolve(path);
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        return BadInput("cannot read " + path + ": it is a directory");
    }
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return BadInput("cannot read " + path + ": " + std::strerror(errno));
    }
    uintmax_t size = std::filesystem::file_size(file, ignored);
    return ReadAll(*in.rdbuf(), ignored ? 0 : size);
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
