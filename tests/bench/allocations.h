// How often memory was asked for.

#ifndef TESTS_BENCH_ALLOCATIONS_H
#define TESTS_BENCH_ALLOCATIONS_H

#include <cstdint>

namespace laio {

// Calls of malloc(), calloc() and realloc() in the process so far, by C++ and
// libraries too. A program that links this counts them.
// Thread: any.
uint64_t Allocations();

}  // namespace laio

#endif  // TESTS_BENCH_ALLOCATIONS_H
