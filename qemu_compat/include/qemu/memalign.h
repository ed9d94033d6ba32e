/*
 * Memory at an address that direct I/O accepts. Any thread.
 */

#ifndef QEMU_MEMALIGN_H
#define QEMU_MEMALIGN_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Memory of `size` bytes (0 is as 1) on a multiple of `alignment` bytes, a
 * power of two; anything below a pointer's size counts as that.
 *
 * Returns:  NULL (try_ form) or an abort when there is no memory.
 * Keeps:    the caller's, to be given to qemu_vfree().
 */
void *qemu_try_memalign(size_t alignment, size_t size);
void *qemu_memalign(size_t alignment, size_t size);

/* Frees what those returned; NULL is fine. */
void qemu_vfree(void *ptr);

#ifdef __cplusplus
}
#endif

#endif /* QEMU_MEMALIGN_H */
