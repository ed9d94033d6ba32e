// Whether callers see the same on two sides.
//
// Thread: one, of a process without others: it starts processes.

#ifndef TESTS_DIFFERENTIAL_COMPARE_H
#define TESTS_DIFFERENTIAL_COMPARE_H

#include <string>

#include "tests/differential/side.h"

namespace laio {

struct Comparison {
    int programs = 0;  // that ended alike
    int requests = 0;  // in them
    int changes = 0;   // sectors of the file that they changed
    int zeros = 0;     // reads that went over the end of the file
    // The first program that did not: its seed, its text and what differs;
    // empty for none. One that ends on neither side is such a program too.
    std::string divergence;
};

// A result of PlaySide() in which a read that met the end of the file returned
// 0. Versions also return how much there was; both are success.
std::string WithoutCounts(std::string result);

// Two subjects are compared without counts.
//
// Returns:  an Error of kind kEnvironment as PlaySide() does.
Result<Comparison> Compare(const Side &one, const Side &other, uint64_t seed,
                           int programs);

}  // namespace laio

#endif  // TESTS_DIFFERENTIAL_COMPARE_H
