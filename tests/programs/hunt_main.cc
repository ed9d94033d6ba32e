// hunt SO SOURCE ALPHABET SECONDS [SEED]: every different way in which random
// programs find a subject to fail, each with its shortest program and chart.
//
// hunt SO SOURCE PROGRAM: plays one program, given as text.
// hunt SO SOURCE all/WORLD LENGTH: all programs of a small world.
//
// What is found is left out from then on: programs that are made of the same
// and more are not played any more.
// Exit status: 0 when nothing was found, 1 when something was, 2 usage, 3
// unreadable source.

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/harness/run_text.h"
#include "tests/programs/exhaustive.h"
#include "tests/programs/search.h"
#include "tests/programs/shrink.h"

namespace laio {
namespace {

using std::chrono::steady_clock;

void Print(const std::string &where, const Finding &finding)
{
    ScenarioResult result = finding.result;
    result.name = where;
    result.sentence = ProgramText(finding.program);
    std::cout << RunText({"found", {result}}) << "\n";
    std::cout.flush();
}

void PrintTotal(long programs, long steps, steady_clock::time_point since)
{
    double seconds =
        std::chrono::duration<double>(steady_clock::now() - since).count();
    std::cout << fmt::format("{} programs, {} steps, {:.0f} steps/s\n",
                             programs, steps, steps / seconds);
}

int Hunt(const SubjectFile &subject, const Alphabet &alphabet, int seconds,
         uint64_t seed)
{
    const auto start = steady_clock::now();
    const auto end = start + std::chrono::seconds(seconds);
    SearchOptions options = {.seed = seed, .known = {}};
    long programs = 0;
    long steps = 0;
    int findings = 0;
    while (steady_clock::now() < end) {
        options.time = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - steady_clock::now());
        SearchResult result = Search(subject, alphabet, options);
        programs += result.programs;
        steps += result.steps;
        if (!result.finding) {
            continue;
        }
        Finding shortest = ShortestOf(subject, *result.finding);
        Print(fmt::format("seed {}", result.seed), shortest);
        options.known.push_back(FeaturesOf(shortest.program));
        options.seed = result.seed + 1;
        findings++;
    }
    PrintTotal(programs, steps, start);
    return findings ? 1 : 0;
}

int PlayText(const SubjectFile &subject, const Program &program)
{
    Print("program", {program, PlayAlone(subject, program)});
    return 0;
}

int HuntAll(const SubjectFile &subject, const std::string &name, int length)
{
    for (const SmallWorld &world : AllSmallWorlds()) {
        if (name == std::string("all/") + world.name) {
            const auto start = steady_clock::now();
            AllPrograms source(world, length ? length : world.length);
            BatchResult result = PlayBatch(subject, &source);
            PrintTotal(result.programs, result.steps, start);
            if (result.finding) {
                Print(name, ShortestOf(subject, *result.finding));
            }
            return result.finding ? 1 : 0;
        }
    }
    std::cerr << "hunt: no small world is called " << name << "\n";
    return 2;
}

int Main(int argc, char **argv)
{
    if (argc < 4) {
        std::cerr << "usage: hunt SO SOURCE PROGRAM\n"
                     "       hunt SO SOURCE ALPHABET SECONDS [SEED]\n"
                     "       hunt SO SOURCE all/WORLD [LENGTH]\n";
        return 2;
    }
    std::stringstream source;
    source << std::ifstream(argv[2]).rdbuf();
    Result<Traits> traits = ReadTraits(source.str(), argv[2]);
    if (!traits.ok()) {
        std::cerr << "hunt: " << traits.error().message << "\n";
        return 3;
    }
    SubjectFile subject = {argv[1], *traits};
    int number = argc > 4 ? atoi(argv[4]) : 0;
    if (std::string(argv[3]).starts_with("all/")) {
        return HuntAll(subject, argv[3], number);
    }
    if (const Alphabet *alphabet = FindAlphabet(argv[3])) {
        return Hunt(subject, *alphabet, number ? number : 5,
                    argc > 5 ? strtoull(argv[5], nullptr, 10) : 1);
    }
    Result<Program> program = ParseProgram(argv[3]);
    if (!program.ok()) {
        std::cerr << "hunt: " << program.error().message << "\n";
        return 2;
    }
    return PlayText(subject, *program);
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
