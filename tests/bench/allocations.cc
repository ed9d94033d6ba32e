#include "tests/bench/allocations.h"

#include <atomic>
#include <cstddef>

// glibc's own, which the functions below stand in front of.
extern "C" void *__libc_malloc(size_t bytes);
extern "C" void *__libc_calloc(size_t count, size_t bytes);
extern "C" void *__libc_realloc(void *memory, size_t bytes);

namespace {

// Relaxed: a count, which orders nothing.
std::atomic<uint64_t> allocations{0};

void Count()
{
    allocations.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace

extern "C" {

void *malloc(size_t bytes)
{
    Count();
    return __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    Count();
    return __libc_calloc(count, bytes);
}

void *realloc(void *memory, size_t bytes)
{
    Count();
    return __libc_realloc(memory, bytes);
}

}  // extern "C"

namespace laio {

uint64_t Allocations()
{
    return allocations.load(std::memory_order_relaxed);
}

}  // namespace laio
