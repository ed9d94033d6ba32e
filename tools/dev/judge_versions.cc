#include "tools/dev/judge_versions.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "tools/subject/run.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

bool IsGood(const ScenarioResult &way)
{
    return way.verdict == Verdict::kPass || way.verdict == Verdict::kSkip;
}

Status Smoke(const Judgement &with, const Source &source,
             const fs::path &folder, JudgedVersion *judged)
{
    BuiltSubject subject{judged->version.blob, source,
                         judged->compiled.object};
    Result<RunResult> run =
        SmokeSubject(subject, with.smoke, folder, with.mode);
    if (run.ok()) {
        judged->smoke = *std::move(run);
        return Ok();
    }
    if (run.error().kind == ErrorKind::kEnvironment) {
        return run.error();
    }
    judged->problem = run.error().message;
    return Ok();
}

Status JudgeOne(const Judgement &with, const fs::path &folder,
                JudgedVersion *judged)
{
    Source source{fs::path(judged->version.path).filename(),
                  judged->version.content};
    std::error_code error;
    fs::create_directories(folder, error);
    Result<Compiled> compiled =
        Compile(source, with.toolchain, with.kit, folder, with.mode);
    if (!compiled.ok()) {
        return compiled.error();
    }
    judged->compiled = *std::move(compiled);
    Result<Traits> traits = ReadTraits(source.text, source.name);
    Status done = Ok();
    if (!traits.ok()) {
        judged->problem = traits.error().message;
    } else {
        judged->traits = *traits;
        if (judged->compiled.ok) {
            done = Smoke(with, source, folder, judged);
        }
    }
    fs::remove_all(folder, error);
    return done;
}

// Hands out one version after another to threads.
class Pool {
 public:
    Pool(const Judgement &with, std::vector<JudgedVersion> *all,
         const std::function<void(size_t)> &progress)
        : with_(with), all_(all), progress_(progress)
    {
    }

    Status Run()
    {
        std::vector<std::thread> threads;
        const int count = std::clamp(with_.jobs, 1, 64);
        for (int i = 0; i < count; i++) {
            threads.emplace_back([this] { Work(); });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        return error_ ? Status(*error_) : Ok();
    }

 private:
    void Work()
    {
        size_t i;
        // Each index is taken once; what it names is this thread's alone.
        while ((i = next_.fetch_add(1)) < all_->size()) {
            Status status = JudgeOne(
                with_, with_.folder / std::to_string(i), &(*all_)[i]);
            std::lock_guard<std::mutex> guard(lock_);
            if (!status.ok() && !error_) {
                error_ = status.error();
            }
            if (error_) {
                return;
            }
            if (progress_) {
                progress_(++done_);
            }
        }
    }

    const Judgement &with_;
    std::vector<JudgedVersion> *all_;
    const std::function<void(size_t)> &progress_;
    std::atomic<size_t> next_{0};
    std::mutex lock_;  // of what follows
    size_t done_ = 0;
    std::optional<Error> error_;
};

}  // namespace

bool JudgedVersion::compiles() const
{
    return compiled.ok && compiled.warnings == 0;
}

bool JudgedVersion::works() const
{
    const std::vector<ScenarioResult> &ways = smoke.scenarios;
    return problem.empty() && std::all_of(ways.begin(), ways.end(), IsGood) &&
           std::any_of(ways.begin(), ways.end(), [](auto &way) {
               return way.verdict == Verdict::kPass;
           });
}

Result<std::vector<JudgedVersion>> JudgeVersions(
    std::vector<FileVersion> versions, const Judgement &with,
    const std::function<void(size_t done)> &progress)
{
    std::vector<JudgedVersion> judged;
    for (FileVersion &version : versions) {
        judged.push_back({std::move(version), {}, {}, {}, {}});
    }
    Status done = Pool(with, &judged, progress).Run();
    if (!done.ok()) {
        return done.error();
    }
    return judged;
}

}  // namespace laio
