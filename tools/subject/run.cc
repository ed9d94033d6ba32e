#include "tools/subject/run.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "tools/base/process.h"
#include "tools/subject/work_folder.h"

namespace laio {
namespace {

namespace fs = std::filesystem;

// No fewer than there are.
constexpr int kSuites = 32;

// What the runner said when it gave no verdicts.
Error RunnerError(const std::string &subject, const ProcessResult &ran,
                  const JudgeOptions &options)
{
    if (ran.timed_out) {
        return BadInput(fmt::format(
            "cannot judge {}: the scenarios were not through after {} s",
            subject, options.timeout.count() / 1000));
    }
    std::string said = ran.err.substr(0, ran.err.find('\n'));
    std::string why = said.empty()
                          ? fmt::format("exit status {}", ran.exit_status)
                          : said;
    std::string message = fmt::format("cannot judge {}: {}", subject, why);
    if (ran.exit_status == static_cast<int>(ErrorKind::kUsage)) {
        return UsageError(message);
    }
    if (ran.exit_status == static_cast<int>(ErrorKind::kBadInput)) {
        return BadInput(message);
    }
    return EnvironmentError(message);
}

Result<RunResult> ParseVerdicts(const std::string &subject,
                                const ProcessResult &ran,
                                const JudgeOptions &options)
{
    nlohmann::json json = nlohmann::json::parse(ran.out, nullptr, false);
    if (ran.timed_out || json.is_discarded() || !json.is_object()) {
        return RunnerError(subject, ran, options);
    }
    Result<RunResult> result = RunResultFromJson(json);
    if (result.ok()) {
        result->subject = subject;
    }
    return result;
}

// A program that judges, and where it may write.
struct Judge {
    fs::path program;
    fs::path scratch;  // empty: nowhere
};

Result<RunResult> RunJudge(const BuiltSubject &subject, const Judge &judge,
                           const fs::path &folder, SandboxMode mode,
                           const JudgeOptions &options)
{
    fs::path source =
        folder / ("traits-of-" + fs::path(subject.source.name).filename()
                                     .string());
    Status written = WriteFile(source, subject.source.text);
    if (!written.ok()) {
        return written.error();
    }
    Sandbox sandbox(mode);
    sandbox.SetLimits(LimitsOfOwnPrograms());
    std::vector<std::string> argv = {
        sandbox.Read(judge.program, "runner"),
        "--subject",
        sandbox.Read(subject.object, "subject.so"),
        "--source",
        sandbox.Read(source, source.filename()),
        "--filter",
        options.filter,
        "--jobs",
        std::to_string(options.jobs),
        "--timeout-ms",
        std::to_string(options.scenario_timeout.count()),
        "--json",
    };
    if (!judge.scratch.empty()) {
        argv.insert(argv.end(),
                    {"--folder", sandbox.Write(judge.scratch, "scratch")});
    } else {
        argv.insert(argv.end(), {"--seed", std::to_string(options.seed)});
    }
    if (options.budget.count() > 0) {
        argv.insert(argv.end(), {"--budget-ms",
                                 std::to_string(options.budget.count())});
    }
    ProcessOptions process;
    process.timeout = options.timeout + kSuites * options.budget;
    Result<ProcessResult> ran = sandbox.Run(argv, process);
    if (!ran.ok()) {
        return ran.error();
    }
    return ParseVerdicts(subject.name, *ran, options);
}

}  // namespace

Result<RunResult> JudgeSubject(const BuiltSubject &subject, const Kit &kit,
                               const fs::path &folder, SandboxMode mode,
                               const JudgeOptions &options)
{
    return RunJudge(subject, {kit.runner, {}}, folder, mode, options);
}

Result<RunResult> SmokeSubject(const BuiltSubject &subject,
                               const fs::path &program,
                               const fs::path &folder, SandboxMode mode,
                               const JudgeOptions &options)
{
    fs::path scratch = folder / "scratch";
    std::error_code error;
    fs::create_directories(scratch, error);
    if (error) {
        return EnvironmentError(fmt::format("cannot make {}: {}",
                                            scratch.string(),
                                            error.message()));
    }
    return RunJudge(subject, {program, scratch}, folder, mode, options);
}

Result<std::vector<ScenarioName>> ListScenarios(const Kit &kit,
                                                const std::string &filter)
{
    Result<ProcessResult> ran = RunProcess({kit.runner, "--list"});
    if (!ran.ok()) {
        return ran.error();
    }
    if (ran->exit_status != 0) {
        return RunnerError("the list of scenarios", *ran, {});
    }
    std::vector<ScenarioName> scenarios;
    std::istringstream lines(ran->out);
    for (std::string line; std::getline(lines, line);) {
        size_t text = line.find_first_not_of(' ');
        if (text == 0) {
            scenarios.push_back({line, ""});
        } else if (text != std::string::npos && !scenarios.empty()) {
            scenarios.back().sentence = line.substr(text);
        }
    }
    std::erase_if(scenarios, [&](const ScenarioName &scenario) {
        return fnmatch(filter.c_str(), scenario.name.c_str(), 0) != 0;
    });
    if (scenarios.empty()) {
        return UsageError(fmt::format("no scenario is called {}", filter));
    }
    return scenarios;
}

}  // namespace laio
