// The ways in which a subject can be used, all of which a smoke tries.

#ifndef TESTS_SMOKE_COMBINATION_H
#define TESTS_SMOKE_COMBINATION_H

#include <string>
#include <vector>

#include "tests/harness/traits.h"

namespace laio {

struct Combination {
    bool coroutine = false;  // laio_co_submit() or laio_submit()
    bool plugged = false;    // in batches or one by one
    bool io_poll = false;    // the loop asks poll handlers before it sleeps
    bool main_loop = false;  // a GMainLoop runs the context, or aio_poll()

    // A path: `callback/plugged/io-poll/aio-poll`.
    std::string Name() const;
    // What it promises, a sentence.
    std::string Sentence() const;
    // Returns:  why a file with these traits cannot be used so; empty when it
    //           can.
    std::string WhyUnfit(const Traits &traits) const;
};

// All sixteen, in a fixed order.
std::vector<Combination> AllCombinations();

}  // namespace laio

#endif  // TESTS_SMOKE_COMBINATION_H
