// Random programs until one does not pass, and the shortest that shows it.
//
// Thread: one, of a process without others.

#ifndef TESTS_PROGRAMS_SEARCH_H
#define TESTS_PROGRAMS_SEARCH_H

#include <chrono>
#include <cstdint>
#include <set>
#include <vector>

#include "tests/programs/alphabet.h"
#include "tests/programs/batch.h"

namespace laio {

struct SearchOptions {
    uint64_t seed = 1;     // of the first program; the next has seed + 1, ...
    long programs = 500;  // when `time` is 0
    std::chrono::milliseconds time{0};  // to go on for
    // Programs with all the features of one of these are left out.
    std::vector<std::set<int>> known;
};

struct SearchResult {
    long programs = 0;
    long steps = 0;
    uint64_t seed = 0;  // of the last program, which is the finding's
    std::optional<Finding> finding;  // as found
};

SearchResult Search(const SubjectFile &subject, const Alphabet &alphabet,
                    const SearchOptions &options);

// Makes the finding's program as short as it gets; its verdict and trace
// become those of the short one.
//
// Where the program alone passes, it stays as it is and the detail says so.
Finding ShortestOf(const SubjectFile &subject, const Finding &finding);

// What a program is made of, nested verbs too: kinds of verbs, of which some
// count as the same, outcomes and the kind of the ring. The numbers mean
// nothing by themselves.
std::set<int> FeaturesOf(const Program &program);

}  // namespace laio

#endif  // TESTS_PROGRAMS_SEARCH_H
