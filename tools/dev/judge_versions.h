// Whether versions of linux-aio.c compile and work as they are.

#ifndef TOOLS_DEV_JUDGE_VERSIONS_H
#define TOOLS_DEV_JUDGE_VERSIONS_H

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/harness/traits.h"
#include "tests/harness/verdict.h"
#include "tools/base/result.h"
#include "tools/git/file_history.h"
#include "tools/subject/compile.h"
#include "tools/subject/kit.h"
#include "tools/subject/sandbox.h"
#include "tools/subject/toolchain.h"

namespace laio {

struct JudgedVersion {
    FileVersion version;
    Traits traits;
    Compiled compiled;
    RunResult smoke;      // no scenarios when there was nothing to run
    std::string problem;  // why it could not be compiled or run; often empty

    // Compiled without an error or warning.
    bool compiles() const;
    // Moves the right bytes in every way that it can be used, and in one at
    // least.
    bool works() const;
    bool good() const { return compiles() && works(); }
};

// What versions are judged with.
struct Judgement {
    Kit kit;
    Toolchain toolchain;          // for C
    std::filesystem::path smoke;  // the program
    std::filesystem::path folder;  // empty, for temporary files
    SandboxMode mode = SandboxMode::kBubblewrap;
    int jobs = 1;  // versions side by side
};

// Compiles each unmodified, as `laio run` does, and tries it on the real
// kernel.
//
//   progress  is told how many are done; from any thread, one at a time
// Returns:  in the order of `versions`; an Error of kind kEnvironment when the
//           machine lacks something, never for what a version lacks.
Result<std::vector<JudgedVersion>> JudgeVersions(
    std::vector<FileVersion> versions, const Judgement &with,
    const std::function<void(size_t done)> &progress);

}  // namespace laio

#endif  // TOOLS_DEV_JUDGE_VERSIONS_H
