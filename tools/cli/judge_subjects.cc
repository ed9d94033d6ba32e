#include "tools/cli/judge_subjects.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "tools/report/repeated_runs.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// One subject, with places of its own.
struct Task {
    const Subject *subject;
    fs::path folder;
    Result<RunResult> result = EnvironmentError("it was never started");
};

Result<RunResult> Judge(const Task &task, const Workbench &bench, int jobs,
                        const JudgeManyOptions &options)
{
    Result<BuiltSubject> built = bench.BuildIn(task.folder, *task.subject);
    if (!built.ok()) {
        return built.error();
    }
    JudgeOptions run;
    run.filter = options.filter;
    run.jobs = jobs;
    run.seed = options.seed;
    run.budget = options.budget;
    std::vector<RunResult> runs;
    for (int i = 0; i < options.repeat; i++) {
        Result<RunResult> judged = JudgeSubject(
            *built, bench.kit(), task.folder, bench.mode(), run);
        if (!judged.ok()) {
            return judged.error();
        }
        runs.push_back(*std::move(judged));
    }
    return CombineRuns(runs);
}

Result<std::vector<Task>> Prepare(const std::vector<Subject> &subjects,
                                  Workbench &bench)
{
    std::vector<Task> tasks;
    for (const Subject &subject : subjects) {
        Status ready = bench.Prepare(subject);
        if (!ready.ok()) {
            return ready.error();
        }
        Result<fs::path> folder = bench.NewFolder();
        if (!folder.ok()) {
            return folder.error();
        }
        tasks.push_back({&subject, *folder});
    }
    return tasks;
}

void JudgeAll(std::vector<Task> &tasks, const Workbench &bench,
              const JudgeManyOptions &options)
{
    const int count = static_cast<int>(tasks.size());
    const int workers = std::clamp(bench.jobs(), 1, std::max(count, 1));
    // Of each worker: what is left of the cores when subjects are few.
    const int jobs = std::max(bench.jobs() / workers, 1);
    std::atomic<int> next = 0;
    std::mutex starting;
    auto work = [&] {
        for (int i = next++; i < count; i = next++) {
            if (options.starts) {
                std::lock_guard lock(starting);
                options.starts(tasks[i].subject->name);
            }
            tasks[i].result = Judge(tasks[i], bench, jobs, options);
        }
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < workers; i++) {
        others.emplace_back(work);
    }
    work();
}

}  // namespace

Result<std::vector<JudgedSubject>> JudgeSubjects(
    const std::vector<Subject> &subjects, Workbench &bench,
    const JudgeManyOptions &options)
{
    Result<std::vector<Task>> tasks = Prepare(subjects, bench);
    if (!tasks.ok()) {
        return tasks.error();
    }
    JudgeAll(*tasks, bench, options);
    std::vector<JudgedSubject> judged;
    for (Task &task : *tasks) {
        JudgedSubject &subject = judged.emplace_back();
        subject.name = task.subject->name;
        subject.run.subject = subject.name;
        if (task.result.ok()) {
            subject.run = *std::move(task.result);
        } else if (task.result.error().kind == ErrorKind::kBadInput) {
            subject.error = task.result.error().message;
        } else {
            return task.result.error();
        }
    }
    return judged;
}

}  // namespace laio
