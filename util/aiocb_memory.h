// Memory of requests: what one leaves is the next one's of its size.
//
// Each thread keeps what it was given back, up to some thousands of each
// size, until it ends; so a thread that has seen its deepest queue allocates
// nothing more.

#ifndef UTIL_AIOCB_MEMORY_H
#define UTIL_AIOCB_MEMORY_H

#include <cstddef>

// Returns:  `size` bytes of zeros, aligned for anything.
// Keeps:    the caller's, until aiocb_memory_put().
// Thread:   any.
void *aiocb_memory_get(size_t size);

// Gives back what aiocb_memory_get(size) returned.
// Thread: any, not only the one that got it.
void aiocb_memory_put(void *memory, size_t size);

#endif  // UTIL_AIOCB_MEMORY_H
