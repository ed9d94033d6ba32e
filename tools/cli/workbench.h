// What the commands that compile and run subjects share: the kit that ships,
// the machine's compilers, a sandbox that is known to work, and a temporary
// folder for one run of laio.

#ifndef TOOLS_CLI_WORKBENCH_H
#define TOOLS_CLI_WORKBENCH_H

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "tools/base/result.h"
#include "tools/cli/session.h"
#include "tools/subject/compile.h"
#include "tools/subject/kit.h"
#include "tools/subject/run.h"
#include "tools/subject/sandbox.h"
#include "tools/subject/subject.h"
#include "tools/subject/toolchain.h"
#include "tools/subject/work_folder.h"

namespace laio {

class Workbench {
 public:
    // Says loudly on session.err what --no-sandbox gives up.
    //
    // Returns:  an Error of kind kEnvironment when the kit is not whole or
    //           there is no folder for temporary files.
    static Result<std::unique_ptr<Workbench>> Open(const Session &session,
                                                   const std::string &command);

    const Kit &kit() const { return kit_; }
    SandboxMode mode() const { return mode_; }
    // Processes side by side: --jobs, or one per core.
    int jobs() const { return jobs_; }

    // A new empty folder, gone with the workbench.
    Result<std::filesystem::path> NewFolder();

    // Makes sure, once, that the sandbox works and that there is a compiler.
    // Returns:  an Error of kind kEnvironment that says what is missing.
    Status NeedSandbox();
    Status NeedCompiler(Language language);

    // Requires: NeedCompiler() of its language and NeedSandbox().
    // Thread:   any.
    Result<Compiled> CompileIn(const std::filesystem::path &folder,
                               const Source &source) const;

    // Makes sure that there is what BuildIn() and judging need.
    // Returns:  the errors of NeedSandbox() and NeedCompiler().
    Status Prepare(const Subject &subject);

    // Takes the shipped object, or compiles in `folder`, which is empty.
    //
    // Requires: Prepare().
    // Returns:  an Error of kind kBadInput that holds what the compiler said
    //           when it refused the source.
    // Thread:   any.
    Result<BuiltSubject> BuildIn(const std::filesystem::path &folder,
                                 const Subject &subject) const;

    // Both of these, in a folder of its own.
    Result<BuiltSubject> Build(const Subject &subject);

 private:
    Workbench(Kit kit, WorkFolder folder, SandboxMode mode, int jobs)
        : kit_(std::move(kit)),
          folder_(std::move(folder)),
          mode_(mode),
          jobs_(jobs) {}

    Kit kit_;
    WorkFolder folder_;
    SandboxMode mode_;
    int jobs_;
    bool sandbox_works_ = false;
    std::optional<Toolchain> c_;
    std::optional<Toolchain> cxx_;
    int folders_ = 0;
};

}  // namespace laio

#endif  // TOOLS_CLI_WORKBENCH_H
