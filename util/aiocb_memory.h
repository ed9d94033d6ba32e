// Memory of requests: what one leaves is the next one's of its size.
//
// Each thread keeps what it was given back, up to some thousands of each
// size, until it ends; so a thread that has seen its deepest queue allocates
// nothing more.
//
// Not to be called from a coroutine's own functions, but behind a call that
// is not inlined: one that goes on in another thread must not use the first
// one's pool.

#ifndef UTIL_AIOCB_MEMORY_H
#define UTIL_AIOCB_MEMORY_H

#include <cstddef>
#include <cstring>

#include "util/memory_sanitizer.h"

// Sizes go in steps of so many bytes, and from kAiocbSteps on nothing is kept:
// there are few kinds of requests, and all are small.
inline constexpr size_t kAiocbStep = 64;
inline constexpr size_t kAiocbSteps = 8;

// What is kept begins with this.
struct AiocbIdle {
    AiocbIdle *next;
};

// Of one size.
struct AiocbSpare {
    AiocbIdle *first;
    unsigned room;  // how many more are kept; 0 before the first and at the end
};

extern constinit thread_local AiocbSpare aiocb_spares[kAiocbSteps];

inline size_t aiocb_steps(size_t size)
{
    return (size + kAiocbStep - 1) / kAiocbStep;
}

inline AiocbIdle *aiocb_take_first(AiocbSpare *spare, size_t steps)
{
    AiocbIdle *idle = spare->first;

    memory_is_used(idle, steps * kAiocbStep);
    spare->first = idle->next;
    spare->room++;
    return idle;
}

// Returns:  `size` bytes of zeros, aligned for anything.
// Keeps:    the caller's, until aiocb_memory_put().
// Thread:   any.
void *aiocb_memory_new(size_t size);

// The same of what is kept.
//
// Returns:  NULL when nothing of the size is.
inline void *aiocb_memory_reuse(size_t size)
{
    const size_t steps = aiocb_steps(size);

    if (steps >= kAiocbSteps || !aiocb_spares[steps].first) {
        return nullptr;
    }
    void *memory = aiocb_take_first(&aiocb_spares[steps], steps);
    // Less than a call of memset() would cost.
    for (size_t step = 0; step < steps; step++) {
        memset(static_cast<char *>(memory) + step * kAiocbStep, 0, kAiocbStep);
    }
    return memory;
}

// The rare part of the next function.
void aiocb_memory_put_without_room(void *memory, size_t size);

// Gives back what one of these returned for `size`.
// Thread: any, not only the one that got it.
inline void aiocb_memory_put(void *memory, size_t size)
{
    const size_t steps = aiocb_steps(size);

    if (steps >= kAiocbSteps || aiocb_spares[steps].room == 0) {
        aiocb_memory_put_without_room(memory, size);
        return;
    }
    auto *idle = static_cast<AiocbIdle *>(memory);
    idle->next = aiocb_spares[steps].first;
    aiocb_spares[steps].first = idle;
    aiocb_spares[steps].room--;
    memory_is_free(memory, steps * kAiocbStep);
}

#endif  // UTIL_AIOCB_MEMORY_H
