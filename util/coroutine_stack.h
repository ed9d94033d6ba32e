// Stacks for coroutines: mapped memory with a guard page below, kept for
// reuse by the thread that gave them back.

#ifndef UTIL_COROUTINE_STACK_H
#define UTIL_COROUTINE_STACK_H

#include <cstddef>

struct CoroutineStack {
    char *bottom = nullptr;  // lowest usable byte
    size_t size = 0;         // bytes, without the guard page
};

// Returns:  a stack of 1 MiB; aborts when there is no memory.
// Thread:   any.
CoroutineStack coroutine_stack_get();

// Thread:   any; the stack then belongs to that thread's pool.
void coroutine_stack_put(CoroutineStack stack);

#endif  // UTIL_COROUTINE_STACK_H
