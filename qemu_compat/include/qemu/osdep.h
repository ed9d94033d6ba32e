/*
 * What every file includes first: the C library, GLib, and small helpers.
 */

#ifndef QEMU_OSDEP_H
#define QEMU_OSDEP_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#ifdef __cplusplus
extern "C++" {
#endif
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <glib-unix.h>
#include <glib.h>
#ifdef __cplusplus
}
#endif

#include "qemu/compiler.h"
#include "qemu/typedefs.h"

/* What this build has; 1 or not defined. */
#define CONFIG_LINUX 1
#define CONFIG_COROUTINE_POOL 1

/* IS_ENABLED(CONFIG_X) is 1 when CONFIG_X is, and 0 when it is not defined. */
#define IS_ENABLED(option) IS_ENABLED_EXPANDED_(option)
#define IS_ENABLED_EXPANDED_(value) IS_ENABLED_THIRD_(IS_ENABLED_##value)
#define IS_ENABLED_1 0, 1
#define IS_ENABLED_THIRD_(maybe_two) IS_ENABLED_PICK_(maybe_two, 0, 0)
#define IS_ENABLED_PICK_(ignored, value, ...) value

#ifndef O_BINARY
#define O_BINARY 0
#endif
#ifndef O_LARGEFILE
#define O_LARGEFILE 0
#endif

#ifndef ARRAY_SIZE
#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#endif

/* The smaller of two numbers, where 0 means "no limit". */
#ifndef MIN_NON_ZERO
#define MIN_NON_ZERO(a, b) __extension__ ({                                 \
    __typeof__(1 ? (a) : (b)) mnz_a_ = (a), mnz_b_ = (b);                   \
    !mnz_a_ || (mnz_b_ && mnz_b_ < mnz_a_) ? mnz_b_ : mnz_a_; })
#endif

#define MIN_CONST(a, b) ((a) < (b) ? (a) : (b))
#define MAX_CONST(a, b) ((a) > (b) ? (a) : (b))

#define DIV_ROUND_UP(n, unit) (((n) + (unit) - 1) / (unit))
#define QEMU_ALIGN_DOWN(n, unit) ((n) / (unit) * (unit))
#define QEMU_ALIGN_UP(n, unit) QEMU_ALIGN_DOWN((n) + (unit) - 1, (unit))
#define QEMU_IS_ALIGNED(n, unit) ((n) % (unit) == 0)
/* `unit` is a power of two. */
#define ROUND_DOWN(n, unit) ((n) & -(0 ? (n) : (unit)))
#define ROUND_UP(n, unit) ROUND_DOWN((n) + (unit) - 1, (unit))

/* Repeats a system call that a signal interrupted. */
#define RETRY_ON_EINTR(call) __extension__ ({                               \
    __typeof__(call) roe_;                                                  \
    while ((roe_ = (call)) == -1 && errno == EINTR) {                       \
    }                                                                       \
    roe_; })

#include "qemu/memalign.h"

#endif /* QEMU_OSDEP_H */
