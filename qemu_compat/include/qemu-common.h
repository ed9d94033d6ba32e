/*
 * What files of before 2016 include first.
 */

#ifndef QEMU_COMMON_H
#define QEMU_COMMON_H

#include "qemu/iov.h"
#include "qemu/osdep.h"

/* Names of before GLib's were used. */
#define qemu_malloc(size) g_malloc(size)
#define qemu_mallocz(size) g_malloc0(size)
#define qemu_free(ptr) g_free(ptr)

#endif /* QEMU_COMMON_H */
