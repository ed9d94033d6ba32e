#include "tools/subject/qemu_img_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <utility>

#include "tools/subject/engine_run.h"

namespace laio {
namespace {

// bubblewrap does not wait for the command's process and so does not know what
// it used: a shell inside does. It says so in the last line of stderr.
constexpr const char *kTimed =
    "TIMEFORMAT='%3U %3S'; time \"$@\"";

// The least that says how fast it is.
constexpr uint64_t kTrialRequests = 2000;
constexpr int kStarts = 3;

class QemuImgRun : public EngineRun {
 public:
    QemuImgRun(const BenchEngine &engine, SandboxMode mode, int queue_depth,
               const BenchOptions &options)
        : engine_(engine), options_(options), queue_depth_(queue_depth),
          sandbox_(MeasuringSandbox(mode, options, &file_))
    {
    }

    Status Try() override
    {
        if (options_.mixed()) {
            return UsageError("qemu-img bench either reads or writes");
        }
        if (engine_.variant == "native" && !options_.direct) {
            return UsageError("qemu-img has native AIO only with direct I/O");
        }
        Result<ProcessResult> version = sandbox_.Run(
            {"qemu-img", "--version"}, MeasuringProcess(options_));
        if (!version.ok() || version->exit_status != 0) {
            return EnvironmentError(
                "qemu-img is not installed (package qemu-utils)");
        }
        Status started = MeasureStart();
        if (!started.ok()) {
            return started;
        }
        Result<Sample> trial = Run(kTrialRequests);
        if (!trial.ok()) {
            return trial.error();
        }
        per_second_ = kTrialRequests / trial->seconds;
        return Ok();
    }

    // It is told a number of requests, not a time, and has no warm-up.
    Result<Measurement> Measure() override
    {
        double wanted =
            per_second_ * static_cast<double>(options_.runtime.count()) / 1e3;
        auto count = std::max(static_cast<uint64_t>(wanted), kTrialRequests);
        Result<Sample> sample = Run(count);
        if (!sample.ok()) {
            return sample.error();
        }
        auto ios = static_cast<double>(count);
        per_second_ = ios / sample->seconds;
        Measurement m = BlankMeasurement(engine_, queue_depth_, options_);
        m.iops = per_second_;
        // Opening the image is no part of a request.
        m.user_ns_per_io =
            std::max(sample->user_seconds - start_.user_seconds, 0.0) * 1e9 /
            ios;
        m.sys_ns_per_io =
            std::max(sample->system_seconds - start_.system_seconds, 0.0) *
            1e9 / ios;
        return m;
    }

 private:
    struct Sample {
        double seconds = 0;
        double user_seconds = 0;
        double system_seconds = 0;
    };

    // What opening the image costs: the least of a few, since whatever else
    // the machine does makes it more.
    Status MeasureStart()
    {
        for (int i = 0; i < kStarts; i++) {
            Result<Sample> start = Run(1);
            if (!start.ok()) {
                return start.error();
            }
            start_.user_seconds =
                std::min(start_.user_seconds, start->user_seconds);
            start_.system_seconds =
                std::min(start_.system_seconds, start->system_seconds);
        }
        return Ok();
    }

    Result<Sample> Run(uint64_t requests)
    {
        std::vector<std::string> argv = {"bash", "-c", kTimed, "bench"};
        for (std::string &argument : Arguments(requests)) {
            argv.push_back(std::move(argument));
        }
        Result<ProcessResult> ran =
            sandbox_.Run(argv, MeasuringProcess(options_));
        if (!ran.ok()) {
            return ran.error();
        }
        if (ran->exit_status != 0 || ran->timed_out) {
            return EngineError(engine_, *ran, file_, options_);
        }
        Result<double> seconds = ReadQemuImgSeconds(ran->out);
        if (!seconds.ok()) {
            return seconds.error();
        }
        Result<ProcessorTime> used = ReadTimeOfShell(ran->err);
        if (!used.ok()) {
            return used.error();
        }
        // Its clock has steps of a millisecond.
        return Sample{std::max(*seconds, 0.0005), used->user_seconds,
                      used->system_seconds};
    }

    std::vector<std::string> Arguments(uint64_t requests) const
    {
        uint64_t step = options_.random()
                            ? FarStep(FileBytes(), Bs())
                            : Bs();
        std::vector<std::string> argv = {
            "qemu-img", "bench", "-f", "raw",
            "-t", options_.direct ? "none" : "writeback",
            "-i", engine_.variant,
            "-c", std::to_string(requests),
            "-d", std::to_string(queue_depth_ * options_.jobs),
            "-s", std::to_string(options_.bs_bytes),
            "-S", std::to_string(step),
        };
        if (options_.writes()) {
            argv.push_back("-w");
        }
        argv.push_back(file_);
        return argv;
    }

    uint64_t Bs() const { return static_cast<uint64_t>(options_.bs_bytes); }

    // Also of a device.
    uint64_t FileBytes() const
    {
        std::ifstream file(options_.file, std::ios::binary | std::ios::ate);
        auto end = file.tellg();
        return end > 0 ? static_cast<uint64_t>(end) : Bs();
    }

    const BenchEngine &engine_;
    const BenchOptions &options_;
    int queue_depth_;
    std::string file_;  // as the sandbox knows it
    Sandbox sandbox_;
    Sample start_{0, HUGE_VAL, HUGE_VAL};  // of a run of one request
    double per_second_ = 0;
};

}  // namespace

Result<double> ReadQemuImgSeconds(const std::string &text)
{
    static constexpr char kBefore[] = "completed in ";
    size_t at = text.find(kBefore);
    char *end = nullptr;
    double seconds = 0;
    if (at != std::string::npos) {
        const char *number = text.c_str() + at + sizeof(kBefore) - 1;
        seconds = std::strtod(number, &end);
        end = end == number ? nullptr : end;
    }
    if (end == nullptr) {
        return EnvironmentError(fmt::format(
            "cannot read what qemu-img bench said of its run: {}", text));
    }
    return seconds;
}

Result<ProcessorTime> ReadTimeOfShell(const std::string &text)
{
    std::string trimmed = text.substr(0, text.find_last_not_of('\n') + 1);
    size_t line = trimmed.rfind('\n') + 1;  // npos + 1 is 0
    ProcessorTime used;
    if (std::sscanf(trimmed.c_str() + line, "%lf %lf", &used.user_seconds,
                    &used.system_seconds) != 2) {
        return EnvironmentError(fmt::format(
            "cannot read the time that a run used: {}", text));
    }
    return used;
}

uint64_t FarStep(uint64_t file_bytes, uint64_t bs_bytes)
{
    uint64_t blocks = std::max<uint64_t>(file_bytes / bs_bytes, 1);
    // About the golden section of the file, and no divisor in common with it.
    uint64_t step = std::max<uint64_t>(blocks * 618 / 1000, 1);
    while (std::gcd(step, blocks) != 1) {
        step++;
    }
    return step * bs_bytes;
}

std::unique_ptr<EngineRun> MakeQemuImgRun(const BenchEngine &engine,
                                          SandboxMode mode, int queue_depth,
                                          const BenchOptions &options)
{
    return std::make_unique<QemuImgRun>(engine, mode, queue_depth, options);
}

}  // namespace laio
