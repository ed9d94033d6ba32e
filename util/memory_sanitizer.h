// Tells AddressSanitizer of memory that is kept for later use; nothing
// without it.

#ifndef UTIL_MEMORY_SANITIZER_H
#define UTIL_MEMORY_SANITIZER_H

#include <cstddef>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

// Nobody may touch [memory, memory + size) until it is used again.
inline void memory_is_free([[maybe_unused]] void *memory,
                           [[maybe_unused]] size_t size)
{
#ifdef __SANITIZE_ADDRESS__
    __asan_poison_memory_region(memory, size);
#endif
}

inline void memory_is_used([[maybe_unused]] void *memory,
                           [[maybe_unused]] size_t size)
{
#ifdef __SANITIZE_ADDRESS__
    __asan_unpoison_memory_region(memory, size);
#endif
}

#endif  // UTIL_MEMORY_SANITIZER_H
