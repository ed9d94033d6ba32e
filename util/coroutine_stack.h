// Stacks for coroutines: mapped memory with a guard page below.

#ifndef UTIL_COROUTINE_STACK_H
#define UTIL_COROUTINE_STACK_H

#include <cstddef>

struct CoroutineStack {
    char *bottom = nullptr;  // lowest usable byte
    size_t size = 0;         // bytes, without the guard page
};

// Returns:  a stack of 1 MiB; aborts when there is no memory.
// Keeps:    the caller's, until coroutine_stack_unmap().
// Thread:   any.
CoroutineStack coroutine_stack_map();

// Thread:   any.
void coroutine_stack_unmap(CoroutineStack stack);

#endif  // UTIL_COROUTINE_STACK_H
