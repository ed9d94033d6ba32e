// Counts what a test allocates: every malloc(), calloc() and so on of the
// process, GLib's and operator new's included.

#ifndef BLOCK_ALLOCATION_COUNTER_H
#define BLOCK_ALLOCATION_COUNTER_H

#include <cstdint>

// Returns:  allocations since the process began; -1 under a sanitizer, which
//           has an allocator of its own.
// Thread:   any.
int64_t allocations_so_far();

#endif  // BLOCK_ALLOCATION_COUNTER_H
