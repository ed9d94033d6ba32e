// The shortest program that shows what a longer one showed.

#ifndef TESTS_PROGRAMS_SHRINK_H
#define TESTS_PROGRAMS_SHRINK_H

#include <functional>
#include <string>

#include "tests/harness/verdict.h"
#include "tests/programs/program.h"

namespace laio {

// What makes two failures the same: the verdict and the detail without its
// numbers.
std::string KindOfFailure(const ScenarioResult &result);

// Leaves verbs out and makes what they say simpler, again and again, as long
// as `fails` says that the rest still fails in the same way.
//
//   tries  calls of `fails` at most
// Returns:  `program` itself when nothing can be spared.
Program Shrink(const Program &program,
               const std::function<bool(const Program &)> &fails, int tries);

}  // namespace laio

#endif  // TESTS_PROGRAMS_SHRINK_H
