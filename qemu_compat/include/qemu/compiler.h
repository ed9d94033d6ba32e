/*
 * Spellings of compiler features. Macros only; any thread.
 */

#ifndef QEMU_COMPILER_H
#define QEMU_COMPILER_H

#include <stddef.h>

/* The object of type `type` whose `member` is at `ptr`. */
#ifndef container_of
#define container_of(ptr, type, member) __extension__ ({                    \
    __typeof__(((type *)0)->member) *of_ = (ptr);                           \
    (type *)((char *)of_ - offsetof(type, member)); })
#endif
#define DO_UPCAST(type, field, dev) container_of(dev, type, field)

#define QEMU_PACKED __attribute__((packed))
#define QEMU_ALIGNED(bytes) __attribute__((aligned(bytes)))
#define QEMU_NORETURN __attribute__((noreturn))
#define QEMU_ALWAYS_INLINE __attribute__((always_inline))
#define QEMU_WARN_UNUSED_RESULT __attribute__((warn_unused_result))
#define GCC_FMT_ATTR(n, m) __attribute__((format(printf, n, m)))

/* For a large local array that is written before it is read. */
#if defined(__has_attribute)
#if __has_attribute(uninitialized)
#define QEMU_UNINITIALIZED __attribute__((uninitialized))
#endif
#endif
#ifndef QEMU_UNINITIALIZED
#define QEMU_UNINITIALIZED
#endif

#ifdef __cplusplus
#define QEMU_BUILD_BUG_MSG(wrong, msg) static_assert(!(wrong), msg)
#else
#define QEMU_BUILD_BUG_MSG(wrong, msg) _Static_assert(!(wrong), msg)
#endif
#define QEMU_BUILD_BUG_ON(wrong) QEMU_BUILD_BUG_MSG(wrong, #wrong)

#ifndef likely
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#endif

/* Marks on functions that may yield; they have no effect. */
#define coroutine_fn
#define coroutine_mixed_fn
#define no_coroutine_fn

/*
 * How many arguments a macro got (1 to 8), so that one name can stand for
 * every argument list that a function had in its life.
 */
#define QEMU_COUNT_ARGS(...) \
    QEMU_NINTH_ARG(__VA_ARGS__, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define QEMU_NINTH_ARG(a, b, c, d, e, f, g, h, n, ...) n
#define QEMU_PASTE(a, b) QEMU_PASTE_EXPANDED(a, b)
#define QEMU_PASTE_EXPANDED(a, b) a##b
/* QEMU_BY_ARITY(f_, a, b) calls f_2(a, b). */
#define QEMU_BY_ARITY(prefix, ...) \
    QEMU_PASTE(prefix, QEMU_COUNT_ARGS(__VA_ARGS__))(__VA_ARGS__)

#endif /* QEMU_COMPILER_H */
