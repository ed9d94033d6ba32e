// Strangers' code where it can do no harm: one command inside bubblewrap.
//
// The command sees the system's programs and libraries (/usr and what leads
// there), the files that were named, and nothing else: no home, no network, no
// other processes, an empty environment. It can write to its own /tmp and to
// the one folder that was named for it.

#ifndef TOOLS_SUBJECT_SANDBOX_H
#define TOOLS_SUBJECT_SANDBOX_H

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tools/base/process.h"
#include "tools/base/result.h"

namespace laio {

enum class SandboxMode {
    kBubblewrap,
    kOff,  // as the caller, with all the caller's rights; limits hold
};

// Of one process; 0 is no limit.
struct SandboxLimits {
    uint64_t cpu_seconds = 120;
    uint64_t address_space_bytes = uint64_t{4} << 30;
    uint64_t file_bytes = uint64_t{1} << 30;  // that it may write to a file
    uint64_t open_files = 4096;
};

// Limits for a program that was built as the calling one was: under a
// sanitizer, which reserves terabytes at start, without one of address space.
SandboxLimits LimitsOfOwnPrograms();

// Thread: one at a time; Run() and Wrap() from any.
class Sandbox {
 public:
    explicit Sandbox(SandboxMode mode) : mode_(mode) {}

    // Each shows something to the command under `/job/NAME`; names are the
    // caller's to keep apart.
    //
    // Returns:  the path by which the command knows it: in kOff the real one.
    std::string Read(const std::filesystem::path &file_or_folder,
                     const std::string &name);
    // Every file of a folder whose files may be links to anywhere, as Bazel's
    // runfiles are: what they lead to.
    std::string ReadLinked(const std::filesystem::path &folder,
                           const std::string &name);
    std::string Write(const std::filesystem::path &file_or_folder,
                      const std::string &name);
    // A device, for reading and writing: a device cannot be shown read-only.
    std::string Device(const std::filesystem::path &device,
                       const std::string &name);

    // `path` as Read() and its like returned it.
    void StartIn(const std::string &path) { directory_ = path; }
    void SetLimits(const SandboxLimits &limits) { limits_ = limits; }

    // The command line that runs `argv` as it was arranged; argv[0] is an
    // absolute path or a program of /usr/bin.
    std::vector<std::string> Wrap(const std::vector<std::string> &argv) const;

    // Runs it. `options.directory` is not for the caller to set.
    Result<ProcessResult> Run(const std::vector<std::string> &argv,
                              ProcessOptions options) const;

 private:
    struct Bind {
        const char *option;  // of bwrap
        std::string outside;
        std::string inside;
    };

    std::string Add(const char *option, const std::filesystem::path &outside,
                    const std::string &name);

    SandboxMode mode_;
    std::vector<Bind> binds_;
    std::string directory_;
    SandboxLimits limits_;
};

// Tries an empty command in a sandbox.
//
// Returns:  an Error of kind kEnvironment that names the way out when
//           bubblewrap is missing or the system refuses it.
Status CheckSandbox(SandboxMode mode);

}  // namespace laio

#endif  // TOOLS_SUBJECT_SANDBOX_H
