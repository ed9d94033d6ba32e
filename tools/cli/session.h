// One run of laio: what every subcommand is given, and what it answers with.

#ifndef TOOLS_CLI_SESSION_H
#define TOOLS_CLI_SESSION_H

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "tools/base/command_line.h"
#include "tools/base/result.h"

namespace laio {

// Options that every subcommand takes.
struct CommonOptions {
    bool json = false;
    bool quiet = false;
    bool no_sandbox = false;
    std::string color = "auto";  // auto, always, never
    int jobs = 0;                // 0: one per core
};

void AddCommonOptions(Command &command, CommonOptions &options);

// Where relative paths start: `bazel run` changes the directory, and the paths
// are those of who typed them.
std::filesystem::path CallerDirectory();

struct Session {
    std::filesystem::path caller_dir;    // relative paths are the caller's
    std::filesystem::path shipped_root;  // tools/cli/shipped_root.h
    std::ostream &out;                   // the result
    std::ostream &err;                   // talk
    CommonOptions common;
    int exit_status = 0;

    // The path as the caller meant it; "-" is left alone.
    std::filesystem::path Resolve(const std::string &path) const;

    // The whole of a file, or of stdin for "-".
    // Returns:  an Error naming the file and what the system said.
    Result<std::string> ReadInput(const std::string &path) const;

    // Writes a result to the file; for "-" to `out`.
    // Returns:  an Error of kind kEnvironment naming the file and the reason.
    Status WriteOutput(const std::string &path, std::string_view text) const;

    // Says `laio COMMAND: message` on err and sets the exit status.
    void Fail(const std::string &command, const Error &error);

    // Fail() if the command's work failed.
    // Returns: the exit status.
    int Finish(const std::string &command, const Status &done);

    // Whether to colour `out`: as --color says, and by itself for a terminal
    // whose user did not set NO_COLOR (no-color.org).
    bool WantsColor() const;
};

}  // namespace laio

#endif  // TOOLS_CLI_SESSION_H
