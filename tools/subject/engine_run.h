// One engine at one depth, ready to be measured again and again.

#ifndef TOOLS_SUBJECT_ENGINE_RUN_H
#define TOOLS_SUBJECT_ENGINE_RUN_H

#include <filesystem>
#include <memory>
#include <string>

#include "tools/base/process.h"
#include "tools/base/result.h"
#include "tools/subject/bench_options.h"
#include "tools/subject/kit.h"
#include "tools/subject/measurement.h"
#include "tools/subject/sandbox.h"

namespace laio {

// Thread: one at a time.
class EngineRun {
 public:
    virtual ~EngineRun() = default;

    // Finds out whether it can run at all, and what it has to know before.
    //
    // Returns:  an Error that says why not.
    virtual Status Try() { return Ok(); }

    // Returns:  an Error of kind kBadInput or kEnvironment when it failed.
    virtual Result<Measurement> Measure() = 0;
};

// All of these keep the references, which must outlive the run.

//   source  the file that the subject is made from; of kSubject alone
std::unique_ptr<EngineRun> MakeIoBenchRun(const BenchEngine &engine,
                                          const std::filesystem::path &source,
                                          const Kit &kit, SandboxMode mode,
                                          int queue_depth,
                                          const BenchOptions &options);
// Variants: libaio, userspace_reap, io_uring.
std::unique_ptr<EngineRun> MakeFioRun(const BenchEngine &engine,
                                      SandboxMode mode, int queue_depth,
                                      const BenchOptions &options);
// Variants: native, io_uring.
std::unique_ptr<EngineRun> MakeQemuImgRun(const BenchEngine &engine,
                                          SandboxMode mode, int queue_depth,
                                          const BenchOptions &options);

// Below: what the three have in common.

// A sandbox with limits for measuring and the file in it, writable only if
// the options write.
//
//   file  set to the path by which the sandbox knows it
Sandbox MeasuringSandbox(SandboxMode mode, const BenchOptions &options,
                         std::string *file);

// Limits of time and size for one measurement.
ProcessOptions MeasuringProcess(const BenchOptions &options);

// What a run has in common with the others: everything but the numbers.
Measurement BlankMeasurement(const BenchEngine &engine, int queue_depth,
                             const BenchOptions &options);

// What an engine said when it gave no measurement, with the user's names.
//
//   file  as the sandbox knows it
Error EngineError(const BenchEngine &engine, const ProcessResult &ran,
                  const std::string &file, const BenchOptions &options);

}  // namespace laio

#endif  // TOOLS_SUBJECT_ENGINE_RUN_H
