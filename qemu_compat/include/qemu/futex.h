/*
 * Sleeping until somebody changes a word of memory. Within one process; any
 * thread.
 */

#ifndef QEMU_FUTEX_H
#define QEMU_FUTEX_H

#include <limits.h>
#include <linux/futex.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "qemu/osdep.h"

/* Wakes up to `threads` of those that wait on the word at `f`. */
static inline void qemu_futex_wake(void *f, int threads)
{
    (void)syscall(SYS_futex, f, FUTEX_WAKE_PRIVATE, threads, NULL, NULL, 0);
}

static inline void qemu_futex_wake_all(void *f)
{
    qemu_futex_wake(f, INT_MAX);
}

/*
 * Sleeps unless the word is not `val` (any more). Returns when woken or when
 * it need not sleep; in between a signal may have been handled.
 */
static inline void qemu_futex_wait(void *f, unsigned val)
{
    while (syscall(SYS_futex, f, FUTEX_WAIT_PRIVATE, (int)val, NULL, NULL,
                   0) < 0 && errno == EINTR) {
        continue;
    }
}

#endif /* QEMU_FUTEX_H */
