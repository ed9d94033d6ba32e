#include "tools/subject/engine_run.h"

#include <fmt/format.h>

#include <system_error>

namespace laio {

namespace fs = std::filesystem;

Sandbox MeasuringSandbox(SandboxMode mode, const BenchOptions &options,
                         std::string *file)
{
    Sandbox sandbox(mode);
    SandboxLimits limits = LimitsOfOwnPrograms();
    limits.file_bytes = 0;  // a file for measuring may be large
    sandbox.SetLimits(limits);
    std::error_code ignored;
    if (fs::is_block_file(options.file, ignored)) {
        *file = sandbox.Device(options.file, "file");
    } else if (options.writes()) {
        *file = sandbox.Write(options.file, "file");
    } else {
        *file = sandbox.Read(options.file, "file");
    }
    return sandbox;
}

ProcessOptions MeasuringProcess(const BenchOptions &options)
{
    ProcessOptions process;
    process.timeout =
        options.warm_up + options.runtime * 2 + std::chrono::seconds(20);
    return process;
}

Measurement BlankMeasurement(const BenchEngine &engine, int queue_depth,
                             const BenchOptions &options)
{
    Measurement m;
    m.engine = engine.name;
    m.variant = engine.variant;
    m.poll = engine.poll;
    m.file = options.file;
    m.rw = options.rw;
    m.direct = options.direct;
    m.qd = queue_depth;
    m.jobs = options.jobs;
    m.batch = options.batch;
    m.bs_bytes = options.bs_bytes;
    return m;
}

Error EngineError(const BenchEngine &engine, const ProcessResult &ran,
                  const std::string &file, const BenchOptions &options)
{
    std::string why = ran.err.substr(0, ran.err.find('\n'));
    size_t at = why.find(file);
    if (at != std::string::npos) {
        why.replace(at, file.size(), options.file.string());
    }
    if (why.empty()) {
        why = ran.timed_out ? "it did not come to an end"
                            : fmt::format("it ended with status {}",
                                          ran.exit_status);
    }
    std::string message = fmt::format(
        "cannot measure {}{}{} on {}: {}", engine.name,
        engine.variant.empty() ? "" : " ", engine.variant,
        options.file.string(), why);
    return ran.exit_status == static_cast<int>(ErrorKind::kEnvironment)
               ? EnvironmentError(message)
               : BadInput(message);
}

}  // namespace laio
