// differential_main SO SOURCE SO2 SOURCE2 FILE_DIR SEED COUNT: whether two
// subjects, each on the fake and on the real kernel, show the same to random
// callers.
//
// Compares each subject's real kernel, buffered and O_DIRECT in FILE_DIR, with
// its fake one, and the two subjects on the real one.
// Exit status: 0 no divergence; 1 divergences; 2 usage; 3 unreadable source;
// 4 nothing could be compared.

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/differential/compare.h"

namespace laio {
namespace {

struct Totals {
    int alike = 0;
    int divergent = 0;
};

Result<SubjectFile> ReadSubject(const std::string &shared_object,
                                const std::string &source)
{
    std::ifstream file(source);
    std::stringstream text;
    text << file.rdbuf();
    if (!file) {
        return BadInput("cannot read the source " + source);
    }
    const Result<Traits> traits = ReadTraits(text.str(), source);
    if (!traits) {
        return traits.error();
    }
    return SubjectFile{shared_object, *traits};
}

void CompareAndPrint(const Side &one, const Side &other, uint64_t seed,
                     int programs, Totals *totals)
{
    const std::string names = one.name + " and " + other.name;
    const Result<Comparison> comparison = Compare(one, other, seed, programs);
    if (!comparison) {
        std::cout << fmt::format("skip  {}: {}\n", names,
                                 comparison.error().message);
    } else if (comparison->divergence.empty()) {
        std::cout << fmt::format(
            "alike {}: {} programs, {} requests, {} sectors written, {} reads "
            "over the end\n",
            names, comparison->programs, comparison->requests,
            comparison->changes, comparison->zeros);
        totals->alike++;
    } else {
        std::cout << fmt::format("DIFFER {}, after {} programs alike:\n{}",
                                 names, comparison->programs,
                                 comparison->divergence);
        totals->divergent++;
    }
    std::cout.flush();
}

int Main(int argc, char **argv)
{
    constexpr int kArguments = 8;
    if (argc != kArguments) {
        std::cerr << "usage: differential_main SO SOURCE SO2 SOURCE2 "
                     "FILE_DIR SEED COUNT\n";
        return static_cast<int>(ErrorKind::kUsage);
    }
    const std::string folder = argv[5];
    const uint64_t seed = strtoull(argv[6], nullptr, 10);
    const int programs = atoi(argv[7]);
    Totals totals;
    std::vector<SubjectFile> subjects;
    for (char **argument : {argv + 1, argv + 3}) {
        const auto subject = ReadSubject(argument[0], argument[1]);
        if (!subject) {
            std::cerr << "differential_main: " << subject.error().message
                      << "\n";
            return static_cast<int>(subject.error().kind);
        }
        subjects.push_back(*subject);
    }
    for (SideKernel kernel : {SideKernel::kBuffered, SideKernel::kDirect}) {
        const std::string on =
            kernel == SideKernel::kDirect ? " O_DIRECT" : " buffered";
        std::vector<Side> real;
        for (const SubjectFile &subject : subjects) {
            const std::string &name = subject.shared_object;
            real.push_back({name + on, subject, kernel, folder});
            CompareAndPrint({name + " fake", subject, SideKernel::kFake, ""},
                            real.back(), seed, programs, &totals);
        }
        CompareAndPrint(real[0], real[1], seed, programs, &totals);
    }
    if (totals.divergent) {
        return 1;
    }
    return totals.alike ? 0 : static_cast<int>(ErrorKind::kEnvironment);
}

}  // namespace
}  // namespace laio

int main(int argc, char **argv)
{
    return laio::Main(argc, argv);
}
