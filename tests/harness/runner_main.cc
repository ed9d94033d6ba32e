// runner --subject SO --source FILE [options]: the verdicts of one subject.
//
// Exit status: 0 when every verdict is pass or skip, or as --expect says;
// 1 when not; 2 wrong options; 3 unreadable source or object; 4 no memory.

#include <getopt.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "tests/harness/expectations.h"
#include "tests/harness/run_text.h"
#include "tests/harness/runner.h"
#include "tests/harness/scenario.h"

namespace laio {
namespace {

constexpr char kUsage[] =
    "usage: runner --subject SO --source FILE [--name NAME] [--filter GLOB]\n"
    "              [--shard INDEX/COUNT]\n"
    "              [--timeout-ms N] [--jobs N] [--json]\n"
    "              [--seed N] [--budget-ms N]\n"
    "              [--expect GLOB=VERDICT[,VERDICT]]...\n"
    "       runner --list\n";

struct Arguments {
    RunOptions run;
    std::string source;
    bool json = false;
    bool list = false;
    std::vector<Expectation> expectations;
};

[[noreturn]] void Die(const Error &error)
{
    std::cerr << "runner: " << error.message << "\n";
    exit(static_cast<int>(error.kind));
}

int PositiveNumber(const char *text)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (*end || number < 1 || number > 86'400'000) {
        Die(UsageError(std::string("not a positive number: ") + text));
    }
    return static_cast<int>(number);
}

// `0/4` is the first of four.
void TakeShard(const char *text, RunOptions *run)
{
    char end;
    if (sscanf(text, "%d/%d%c", &run->shard, &run->shards, &end) != 2 ||
        run->shard < 0 || run->shard >= run->shards) {
        Die(UsageError(std::string("not INDEX/COUNT: ") + text));
    }
}

void TakeOption(char option, Arguments *arguments)
{
    switch (option) {
    case 's':
        arguments->run.shared_object = optarg;
        break;
    case 'c':
        arguments->source = optarg;
        break;
    case 'n':
        arguments->run.subject_name = optarg;
        break;
    case 'h':
        TakeShard(optarg, &arguments->run);
        break;
    case 'f':
        arguments->run.filter = optarg;
        break;
    case 't':
        arguments->run.time_allowed =
            std::chrono::milliseconds(PositiveNumber(optarg));
        break;
    case 'j':
        arguments->run.jobs = PositiveNumber(optarg);
        break;
    case 'S':
        arguments->run.seed = strtoull(optarg, nullptr, 10);
        break;
    case 'B':
        arguments->run.budget =
            std::chrono::milliseconds(PositiveNumber(optarg));
        break;
    case 'J':
        arguments->json = true;
        break;
    case 'l':
        arguments->list = true;
        break;
    case 'e': {
        Result<Expectation> expectation = ParseExpectation(optarg);
        if (!expectation.ok()) {
            Die(expectation.error());
        }
        arguments->expectations.push_back(*expectation);
        break;
    }
    default:
        std::cerr << kUsage;
        exit(2);
    }
}

Arguments ReadArguments(int argc, char **argv)
{
    static const option kOptions[] = {
        {"subject", required_argument, nullptr, 's'},
        {"source", required_argument, nullptr, 'c'},
        {"name", required_argument, nullptr, 'n'},
        {"shard", required_argument, nullptr, 'h'},
        {"filter", required_argument, nullptr, 'f'},
        {"timeout-ms", required_argument, nullptr, 't'},
        {"jobs", required_argument, nullptr, 'j'},
        {"seed", required_argument, nullptr, 'S'},
        {"budget-ms", required_argument, nullptr, 'B'},
        {"json", no_argument, nullptr, 'J'},
        {"list", no_argument, nullptr, 'l'},
        {"expect", required_argument, nullptr, 'e'},
        {nullptr, 0, nullptr, 0}};
    Arguments arguments;
    int option;
    while ((option = getopt_long(argc, argv, "", kOptions, nullptr)) != -1) {
        TakeOption(static_cast<char>(option), &arguments);
    }
    bool complete =
        !arguments.run.shared_object.empty() && !arguments.source.empty();
    if (optind != argc || !(complete || arguments.list)) {
        std::cerr << kUsage;
        exit(2);
    }
    if (arguments.run.subject_name.empty()) {
        arguments.run.subject_name = arguments.source;
    }
    return arguments;
}

Traits TraitsOfSource(const std::string &path)
{
    std::ifstream file(path);
    std::stringstream text;
    if (!(text << file.rdbuf())) {
        Die(BadInput("cannot read " + path));
    }
    Result<Traits> traits = ReadTraits(text.str(), path);
    if (!traits.ok()) {
        Die(traits.error());
    }
    return *traits;
}

int List()
{
    for (const Scenario &scenario : AllScenarios()) {
        std::cout << scenario.name << "\n    " << scenario.sentence << "\n";
    }
    return 0;
}

int Main(int argc, char **argv)
{
    Arguments arguments = ReadArguments(argc, argv);
    if (arguments.list) {
        return List();
    }
    arguments.run.traits = TraitsOfSource(arguments.source);
    Result<RunResult> run = RunScenarios(arguments.run);
    if (!run.ok()) {
        Die(run.error());
    }
    if (arguments.json) {
        std::cout << ToJson(*run) << "\n";
    } else {
        std::cout << RunText(*run);
    }
    auto surprises = Surprises(*run, arguments.expectations);
    if (!arguments.expectations.empty()) {
        for (const std::string &surprise : surprises) {
            std::cerr << "runner: " << surprise << "\n";
        }
    }
    return surprises.empty() ? 0 : 1;
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
