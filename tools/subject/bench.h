// Measuring engines beside one another, each in a sandbox, on a file of the
// user's.

#ifndef TOOLS_SUBJECT_BENCH_H
#define TOOLS_SUBJECT_BENCH_H

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tools/base/result.h"
#include "tools/subject/bench_options.h"
#include "tools/subject/kit.h"
#include "tools/subject/measurement.h"
#include "tools/subject/sandbox.h"

namespace laio {

// A subject as an engine without variants.
BenchEngine EngineOf(const BuiltSubject &subject);

// Returns:  an Error of kind kUsage for a writing mode that is not allowed, or
//           a device on which strange code would run, of kind kBadInput for a
//           file that is not there.
Status CheckBenchFile(const BenchOptions &options,
                      const std::vector<BenchEngine> &engines);

// Makes a file to measure on, with every block written.
//
// Returns:  an Error of kind kUsage when there is something of that name, of
//           kind kEnvironment when it cannot be written.
Status MakeBenchFile(const std::filesystem::path &file, uint64_t bytes);

// Runs every engine at every depth, `repeats` times over, one after another.
// The first is put beside each of the others.
//
//   folder    of the caller, for the sources of subjects
//   progress  is told of each run before it starts; may be empty
// Returns:  the errors of CheckBenchFile(); that of an engine that fails and
//           is not optional, or of any after its trial.
Result<Comparison> Bench(const std::vector<BenchEngine> &engines,
                         const Kit &kit, const std::filesystem::path &folder,
                         SandboxMode mode, const BenchOptions &options,
                         const std::function<void(std::string)> &progress);

}  // namespace laio

#endif  // TOOLS_SUBJECT_BENCH_H
