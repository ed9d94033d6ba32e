// Judging a subject: the runner, in a sandbox, on its shared object.

#ifndef TOOLS_SUBJECT_RUN_H
#define TOOLS_SUBJECT_RUN_H

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/harness/verdict.h"
#include "tools/base/result.h"
#include "tools/subject/compile.h"
#include "tools/subject/kit.h"
#include "tools/subject/sandbox.h"

namespace laio {

struct JudgeOptions {
    std::string filter = "*";  // a glob over scenario names
    int jobs = 1;              // scenarios side by side
    std::chrono::milliseconds scenario_timeout{5'000};
    std::chrono::milliseconds timeout{300'000};  // for all of them
    // The suites of random programs: where they begin, and how long each goes
    // on; 0 for as many programs as take about a second. Not part of timeout.
    uint64_t seed = 1;
    std::chrono::milliseconds budget{0};
};

// A subject that can be loaded.
struct BuiltSubject {
    std::string name;
    Source source;  // its traits are read from it
    std::filesystem::path object;
};

// Returns:  the verdicts; an Error when the runner could not judge: the object
//           lacks a function (kBadInput), or the time for all was over.
// Thread:   any.
Result<RunResult> JudgeSubject(const BuiltSubject &subject, const Kit &kit,
                               const std::filesystem::path &folder,
                               SandboxMode mode,
                               const JudgeOptions &options = {});

// Whether a subject moves the right bytes on the real kernel, in every way in
// which it can be used: `program`, which takes the runner's options and a
// folder for its file, in a sandbox.
//
//   folder  of the caller, for this alone; the file is made in it
// Returns:  a verdict for each way; else the errors of JudgeSubject(), and one
//           of kind kEnvironment when there is no kernel AIO.
// Thread:   any.
Result<RunResult> SmokeSubject(const BuiltSubject &subject,
                               const std::filesystem::path &program,
                               const std::filesystem::path &folder,
                               SandboxMode mode,
                               const JudgeOptions &options = {});

struct ScenarioName {
    std::string name;
    std::string sentence;  // the promise
};

// All scenarios whose name the glob `filter` admits.
//
// Returns:  an Error of kind kUsage when it admits none.
Result<std::vector<ScenarioName>> ListScenarios(const Kit &kit,
                                                const std::string &filter);

}  // namespace laio

#endif  // TOOLS_SUBJECT_RUN_H
