// Subjects, and the bare loop, by this project's own program.

#include <nlohmann/json.hpp>
#include <utility>

#include "tools/subject/engine_run.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

class IoBenchRun : public EngineRun {
 public:
    IoBenchRun(const BenchEngine &engine, const fs::path &source,
               const Kit &kit, SandboxMode mode, int queue_depth,
               const BenchOptions &options)
        : engine_(engine), options_(options), queue_depth_(queue_depth),
          sandbox_(MeasuringSandbox(mode, options, &file_))
    {
        argv_ = {sandbox_.Read(kit.io_bench, "io_bench")};
        if (engine.kind == EngineKind::kBare) {
            Add("--bare", engine.variant);
        } else {
            Add("--subject",
                sandbox_.Read(engine.subject.object, "subject.so"));
            Add("--source", sandbox_.Read(source, source.filename()));
        }
        AddLoad();
    }

    Result<Measurement> Measure() override
    {
        Result<ProcessResult> ran =
            sandbox_.Run(argv_, MeasuringProcess(options_));
        if (!ran.ok()) {
            return ran.error();
        }
        nlohmann::json json = nlohmann::json::parse(ran->out, nullptr, false);
        if (ran->exit_status != 0 || json.is_discarded()) {
            return EngineError(engine_, *ran, file_, options_);
        }
        Result<Measurement> measurement = MeasurementFromJson(json);
        if (measurement.ok()) {
            measurement->engine = engine_.name;
            measurement->variant = engine_.variant;
            measurement->file = options_.file;
        }
        return measurement;
    }

 private:
    void Add(const std::string &option, const std::string &value)
    {
        argv_.push_back(option);
        argv_.push_back(value);
    }

    void AddLoad()
    {
        Add("--file", file_);
        Add("--rw", options_.rw);
        if (options_.mixed()) {
            Add("--rwmix-read", std::to_string(options_.rwmix_read));
        }
        Add("--bs", std::to_string(options_.bs_bytes));
        Add("--qd", std::to_string(queue_depth_));
        Add("--numjobs", std::to_string(options_.jobs));
        Add("--batch", std::to_string(options_.batch));
        Add("--warm-up-ms", std::to_string(options_.warm_up.count()));
        Add("--runtime-ms", std::to_string(options_.runtime.count()));
        if (engine_.poll) {
            Add("--poll-ns", std::to_string(options_.poll_time.count()));
        }
        if (options_.direct) {
            argv_.push_back("--direct");
        }
    }

    const BenchEngine &engine_;
    const BenchOptions &options_;
    int queue_depth_;
    std::string file_;  // as the sandbox knows it
    Sandbox sandbox_;
    std::vector<std::string> argv_;
};

}  // namespace

std::unique_ptr<EngineRun> MakeIoBenchRun(const BenchEngine &engine,
                                          const fs::path &source,
                                          const Kit &kit, SandboxMode mode,
                                          int queue_depth,
                                          const BenchOptions &options)
{
    return std::make_unique<IoBenchRun>(engine, source, kit, mode, queue_depth,
                                        options);
}

}  // namespace laio
