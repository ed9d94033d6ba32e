#include "tools/subject/fio_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "tools/subject/engine_run.h"

namespace laio {
namespace {

using nlohmann::json;

// Of reads or writes alone: fio keeps the two apart and has no percentile of
// both. Of a mixed run it is the larger one.
double PercentileUs(const json &job, const char *which)
{
    double ns = 0;
    for (const char *direction : {"read", "write"}) {
        const json &of = job.at(direction);
        if (of.at("total_ios").get<uint64_t>() > 0) {
            ns = std::max(ns, of.at("lat_ns").at("percentile").at(which)
                                  .get<double>());
        }
    }
    return ns / 1000;
}

void ReadJob(const json &job, Measurement *m)
{
    double ios = job.at("read").at("total_ios").get<double>() +
                 job.at("write").at("total_ios").get<double>();
    m->iops = job.at("read").at("iops").get<double>() +
              job.at("write").at("iops").get<double>();
    // Percent of the time that all jobs together ran.
    double ns_of_percent = job.at("job_runtime").get<double>() * 1e6 / 100;
    m->user_ns_per_io = job.at("usr_cpu").get<double>() * ns_of_percent / ios;
    m->sys_ns_per_io = job.at("sys_cpu").get<double>() * ns_of_percent / ios;
    m->p50_us = PercentileUs(job, "50.000000");
    m->p99_us = PercentileUs(job, "99.000000");
    m->p999_us = PercentileUs(job, "99.900000");
}

class FioRun : public EngineRun {
 public:
    FioRun(const BenchEngine &engine, SandboxMode mode, int queue_depth,
           const BenchOptions &options)
        : engine_(engine), options_(options), queue_depth_(queue_depth),
          sandbox_(MeasuringSandbox(mode, options, &file_))
    {
    }

    Status Try() override
    {
        Result<ProcessResult> version =
            sandbox_.Run({"fio", "--version"}, MeasuringProcess(options_));
        if (!version.ok() || version->exit_status != 0) {
            return EnvironmentError("fio is not installed (package fio)");
        }
        Result<Measurement> tried =
            Run(std::chrono::milliseconds(0), std::chrono::milliseconds(50));
        return tried.ok() ? Ok() : Status(tried.error());
    }

    Result<Measurement> Measure() override
    {
        return Run(options_.warm_up, options_.runtime);
    }

 private:
    Result<Measurement> Run(std::chrono::milliseconds warm_up,
                            std::chrono::milliseconds runtime)
    {
        Result<ProcessResult> ran = sandbox_.Run(
            Arguments(warm_up, runtime), MeasuringProcess(options_));
        if (!ran.ok()) {
            return ran.error();
        }
        if (ran->exit_status != 0 || ran->timed_out) {
            return EngineError(engine_, *ran, file_, options_);
        }
        return ReadFioJson(ran->out, BlankMeasurement(engine_, queue_depth_,
                                                      options_));
    }

    std::vector<std::string> Arguments(std::chrono::milliseconds warm_up,
                                       std::chrono::milliseconds runtime) const
    {
        bool uring = engine_.variant == "io_uring";
        std::vector<std::string> argv = {
            "fio",
            "--name=bench",
            "--filename=" + file_,
            uring ? "--ioengine=io_uring" : "--ioengine=libaio",
            "--rw=" + options_.rw,
            fmt::format("--bs={}", options_.bs_bytes),
            fmt::format("--iodepth={}", queue_depth_),
            fmt::format("--iodepth_batch_submit={}",
                        std::min(options_.batch, queue_depth_)),
            "--iodepth_batch_complete_min=1",
            fmt::format("--iodepth_batch_complete_max={}", queue_depth_),
            fmt::format("--numjobs={}", options_.jobs),
            fmt::format("--direct={}", options_.direct ? 1 : 0),
            fmt::format("--ramp_time={}ms", warm_up.count()),
            fmt::format("--runtime={}ms", runtime.count()),
            "--time_based",
            "--thread",
            "--group_reporting",
            "--norandommap",
            "--invalidate=0",
            "--allow_file_create=0",
            "--lat_percentiles=1",
            "--clat_percentiles=0",
            "--output-format=json",
        };
        if (options_.mixed()) {
            argv.push_back(
                fmt::format("--rwmixread={}", options_.rwmix_read));
        }
        if (engine_.variant == "userspace_reap") {
            argv.push_back("--userspace_reap");
        }
        return argv;
    }

    const BenchEngine &engine_;
    const BenchOptions &options_;
    int queue_depth_;
    std::string file_;  // as the sandbox knows it
    Sandbox sandbox_;
};

}  // namespace

Result<Measurement> ReadFioJson(std::string_view text, Measurement blank)
{
    // Warnings of fio may stand before.
    json parsed = json::parse(text.substr(std::min(text.find('{'),
                                                   text.size())),
                              nullptr, false);
    try {
        const json &job = parsed.at("jobs").at(0);
        int error = job.at("error").get<int>();
        if (error != 0) {
            return EnvironmentError(fmt::format("fio failed: {}",
                                                std::strerror(error)));
        }
        ReadJob(job, &blank);
    } catch (const json::exception &e) {
        return EnvironmentError(fmt::format(
            "cannot read what fio said of its run: {}", e.what()));
    }
    blank.reap = blank.variant == "userspace_reap" ? "ring"
                 : blank.variant == "libaio"       ? "getevents"
                                                   : "";
    return blank;
}

std::unique_ptr<EngineRun> MakeFioRun(const BenchEngine &engine,
                                      SandboxMode mode, int queue_depth,
                                      const BenchOptions &options)
{
    return std::make_unique<FioRun>(engine, mode, queue_depth, options);
}

}  // namespace laio
