// What the sanitizers want to know about stacks that are switched.
//
// The one place that asks which sanitizer is on; nothing without one.

#ifndef UTIL_FIBER_SANITIZER_H
#define UTIL_FIBER_SANITIZER_H

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UTIL_FIBER_ASAN 1
#endif
#if __has_feature(thread_sanitizer)
#define UTIL_FIBER_TSAN 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define UTIL_FIBER_ASAN 1
#endif
#ifdef __SANITIZE_THREAD__
#define UTIL_FIBER_TSAN 1
#endif

#ifdef UTIL_FIBER_ASAN
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef UTIL_FIBER_TSAN
#include <sanitizer/tsan_interface.h>
#endif

// One stack, a thread's own or a coroutine's.
struct FiberSanitizer {
    const void *stack_bottom = nullptr;
    size_t stack_size = 0;
    void *fake_stack = nullptr;  // AddressSanitizer's, while switched away
    void *fiber = nullptr;       // ThreadSanitizer's
    bool owns_fiber = false;
};

// For a coroutine's stack, before its first switch and after its last.
inline void fiber_created([[maybe_unused]] FiberSanitizer *fiber,
                          const void *bottom, size_t size)
{
    fiber->stack_bottom = bottom;
    fiber->stack_size = size;
#ifdef UTIL_FIBER_TSAN
    fiber->fiber = __tsan_create_fiber(0);
    fiber->owns_fiber = true;
#endif
}

inline void fiber_destroyed([[maybe_unused]] FiberSanitizer *fiber)
{
#ifdef UTIL_FIBER_ASAN
    // The frames that never returned leave their red zones behind.
    __asan_unpoison_memory_region(fiber->stack_bottom, fiber->stack_size);
#endif
#ifdef UTIL_FIBER_TSAN
    if (fiber->owns_fiber) {
        __tsan_destroy_fiber(fiber->fiber);
    }
#endif
}

// Around a switch: `starts` on the old stack just before, `ended` on the new
// one just after.
inline void fiber_switch_starts([[maybe_unused]] FiberSanitizer *from,
                                [[maybe_unused]] FiberSanitizer *to)
{
#ifdef UTIL_FIBER_ASAN
    __sanitizer_start_switch_fiber(&from->fake_stack, to->stack_bottom,
                                   to->stack_size);
#endif
#ifdef UTIL_FIBER_TSAN
    if (!from->owns_fiber) {
        from->fiber = __tsan_get_current_fiber();
    }
    __tsan_switch_to_fiber(to->fiber, 0);
#endif
}

inline void fiber_switch_ended([[maybe_unused]] FiberSanitizer *from,
                               [[maybe_unused]] FiberSanitizer *to)
{
#ifdef UTIL_FIBER_ASAN
    const void *bottom;
    size_t size;

    __sanitizer_finish_switch_fiber(to->fake_stack, &bottom, &size);
    if (!from->stack_bottom) {
        // A thread's own stack, seen for the first time.
        from->stack_bottom = bottom;
        from->stack_size = size;
    }
#endif
}

#endif  // UTIL_FIBER_SANITIZER_H
