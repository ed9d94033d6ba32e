// laio run: a verdict per scenario for every subject that is named.

#include <chrono>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/harness/traits.h"
#include "tools/cli/commands.h"
#include "tools/cli/json_text.h"
#include "tools/cli/judge_subjects.h"
#include "tools/cli/progress.h"
#include "tools/cli/workbench.h"
#include "tools/report/junit.h"
#include "tools/report/verdict_changes.h"
#include "tools/report/verdict_matrix.h"
#include "tools/report/verdicts_text.h"
#include "tools/report/wrap.h"

namespace laio {
namespace {

constexpr const char *kName = "run";

struct Options {
    std::string tree;
    std::string filter = "*";
    bool list = false;
    bool traits = false;
    bool matrix = false;
    bool tap = false;
    bool bisect = false;
    std::string junit;
    int repeat = 1;
    uint64_t seed = 1;
    unsigned budget_ms = 0;
    std::vector<std::string> subjects;
};

Status List(Session &session, const Options &options, const Workbench &bench)
{
    Result<std::vector<ScenarioName>> scenarios =
        ListScenarios(bench.kit(), options.filter);
    if (!scenarios.ok()) {
        return scenarios.error();
    }
    nlohmann::json json = nlohmann::json::array();
    for (const ScenarioName &scenario : *scenarios) {
        json.push_back(
            {{"name", scenario.name}, {"sentence", scenario.sentence}});
        if (!session.common.json) {
            session.out << scenario.name << "\n"
                        << Paragraph("    ", scenario.sentence);
        }
    }
    if (session.common.json) {
        session.out << JsonText({{"scenarios", json}});
    }
    return Ok();
}

// The lines of DescribeTraits() as {"name": "value"}.
nlohmann::json TraitsJson(const Traits &traits)
{
    nlohmann::json json;
    std::istringstream lines(DescribeTraits(traits));
    for (std::string line; std::getline(lines, line);) {
        size_t colon = line.find(": ");
        if (colon != std::string::npos) {
            json[line.substr(0, colon)] = line.substr(colon + 2);
        }
    }
    return json;
}

Status PrintTraits(Session &session, const std::vector<Subject> &subjects)
{
    nlohmann::json json = nlohmann::json::array();
    for (const Subject &subject : subjects) {
        Result<Traits> traits =
            ReadTraits(subject.source.text, subject.source.name);
        if (!traits.ok()) {
            return traits.error();
        }
        json.push_back(
            {{"subject", subject.name}, {"traits", TraitsJson(*traits)}});
        if (!session.common.json) {
            session.out << subject.name << "\n" << DescribeTraits(*traits);
        }
    }
    if (session.common.json) {
        session.out << JsonText(json.size() == 1 ? json[0] : json);
    }
    return Ok();
}

void PrintRuns(Session &session, const std::vector<RunResult> &runs)
{
    if (!session.common.json) {
        for (size_t i = 0; i < runs.size(); i++) {
            session.out << (i ? "\n" : "")
                        << VerdictsText(runs[i],
                                        {.color = session.WantsColor()});
        }
        return;
    }
    nlohmann::json json = nlohmann::json::array();
    for (const RunResult &run : runs) {
        json.push_back(ToJson(run));
    }
    session.out << JsonText(json.size() == 1 ? json[0] : json);
}

void Print(Session &session, const Options &options,
           const std::vector<JudgedSubject> &judged,
           const std::vector<RunResult> &runs)
{
    if (options.matrix && session.common.json) {
        session.out << JsonText(MatrixJson(judged));
    } else if (options.matrix) {
        session.out << MatrixText(judged);
    } else if (options.tap) {
        session.out << TapText(runs);
    } else {
        PrintRuns(session, runs);
    }
}

Result<std::vector<Subject>> FindSubjects(const Session &session,
                                          const Options &options,
                                          const Kit &kit)
{
    if (options.subjects.empty()) {
        return UsageError("name a subject: `ours`, a shipped variant, a .c or "
                          ".cc file, or REV:block/linux-aio.c with --tree");
    }
    SubjectPlaces places{session.caller_dir, {}};
    if (!options.tree.empty()) {
        places.tree = session.Resolve(options.tree);
    }
    std::vector<Subject> subjects;
    for (const std::string &name : options.subjects) {
        Result<Subject> subject = FindSubject(name, kit, places);
        if (!subject.ok()) {
            return subject.error();
        }
        subjects.push_back(*std::move(subject));
    }
    return subjects;
}

bool AnyFailing(const std::vector<JudgedSubject> &judged)
{
    for (const JudgedSubject &subject : judged) {
        for (const ScenarioResult &scenario : subject.run.scenarios) {
            if (IsFailing(scenario.verdict)) {
                return true;
            }
        }
    }
    return false;
}

Status JudgeAll(Session &session, const Options &options,
                const std::vector<Subject> &subjects, Workbench &bench)
{
    Progress progress(session, kName);
    Result<std::vector<JudgedSubject>> judged = JudgeSubjects(
        subjects, bench,
        {.filter = options.filter,
         .repeat = options.repeat,
         .seed = options.seed,
         .budget = std::chrono::milliseconds(options.budget_ms),
         .starts = [&](const std::string &name) { progress.Say(name); }});
    if (!judged.ok()) {
        return judged.error();
    }
    std::vector<RunResult> runs;
    for (const JudgedSubject &subject : *judged) {
        if (!subject.error.empty() && !options.matrix) {
            session.Fail(kName, BadInput(subject.error));
        } else {
            runs.push_back(subject.run);
        }
    }
    if (runs.empty()) {
        return Ok();
    }
    if (options.junit != "-") {
        Print(session, options, *judged, runs);
    }
    if (session.exit_status == 0) {
        session.exit_status = AnyFailing(*judged) ? 1 : 0;
    }
    return options.junit.empty()
               ? Ok()
               : session.WriteOutput(options.junit, JunitXml(runs));
}

Status Run(Session &session, const Options &options)
{
    Result<std::unique_ptr<Workbench>> bench =
        Workbench::Open(session, kName);
    if (!bench.ok()) {
        return bench.error();
    }
    if (options.list) {
        return List(session, options, **bench);
    }
    Result<std::vector<Subject>> subjects =
        FindSubjects(session, options, (*bench)->kit());
    if (!subjects.ok()) {
        return subjects.error();
    }
    return options.traits ? PrintTraits(session, *subjects)
                          : JudgeAll(session, options, *subjects, **bench);
}

// What `git bisect run` makes of an exit status: 125 passes over a version,
// 128 and more stop the search.
int BisectStatus(int exit_status)
{
    constexpr int kCannotBeJudged = 125;
    constexpr int kStop = 128;
    switch (exit_status) {
    case 0:
    case 1:
        return exit_status;
    case static_cast<int>(ErrorKind::kBadInput):
        return kCannotBeJudged;
    default:
        return kStop + exit_status;
    }
}

void AddSearchOptions(Command &command, Options *options)
{
    command
        .Add("--repeat N", &options->repeat,
             "Runs of each subject; one failure of many counts")
        .Range(1, 10'000);
    command.Add("--seed N", &options->seed,
                "Where the random programs of general/* begin");
    command
        .Add("--budget TIME", &options->budget_ms,
             "How long each suite of general/random goes on: 30s")
        .In(OptionUnit::kMilliseconds)
        .Range(1, 3'600'000);
}

void AddOutputOptions(Command &command, Options *options)
{
    command.Add("--list", &options->list, "Print the scenarios' names");
    command.Add("--traits", &options->traits,
                "Print what each subject offers, and run nothing");
    command.Add("--matrix", &options->matrix,
                "Print a table: a row per scenario, a column per subject");
    command.Add("--junit FILE", &options->junit,
                "Write JUnit's XML to this file as well");
    command.Add("--tap", &options->tap, "Print the Test Anything Protocol")
        .Excludes({"--matrix"});
    command.Add("--bisect", &options->bisect,
                "Exit as `git bisect run` wants it: 125 when the subject "
                "cannot be judged, more than 127 when nothing can");
}

}  // namespace

Command RunCommand(Session &session)
{
    auto options = std::make_shared<Options>();
    Command command{kName, "Judge linux-aio.c files by the scenarios"};
    command.Add("--tree DIR", &options->tree,
                "git repository of REV:path subjects");
    command.Add("--filter GLOB", &options->filter,
                "Only scenarios whose name this glob admits");
    AddSearchOptions(command, options.get());
    AddOutputOptions(command, options.get());
    command.Add("SUBJECT", &options->subjects,
                "`ours`, a shipped variant, a file, REV:path");
    AddCommonOptions(command, session.common);
    command.run = [&session, options] {
        int status = session.Finish(kName, Run(session, *options));
        return options->bisect ? BisectStatus(status) : status;
    };
    return command;
}

}  // namespace laio
