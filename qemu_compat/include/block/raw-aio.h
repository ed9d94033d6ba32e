/*
 * Request types of the raw file driver.
 *
 * The laio_* functions are not declared: their parameters are the subject's.
 */

#ifndef BLOCK_RAW_AIO_H
#define BLOCK_RAW_AIO_H

#include "block/aio.h"
#include "qemu/coroutine.h"
#include "qemu/iov.h"

#define QEMU_AIO_READ 0x0001
#define QEMU_AIO_WRITE 0x0002
#define QEMU_AIO_IOCTL 0x0004
#define QEMU_AIO_FLUSH 0x0008
#define QEMU_AIO_DISCARD 0x0010
#define QEMU_AIO_WRITE_ZEROES 0x0020
#define QEMU_AIO_ZONE_APPEND 0x0400
#define QEMU_AIO_TYPE_MASK                                              \
    (QEMU_AIO_READ | QEMU_AIO_WRITE | QEMU_AIO_IOCTL | QEMU_AIO_FLUSH | \
     QEMU_AIO_DISCARD | QEMU_AIO_WRITE_ZEROES | QEMU_AIO_ZONE_APPEND)

/* Flags beside a type. */
#define QEMU_AIO_MISALIGNED 0x1000

#endif /* BLOCK_RAW_AIO_H */
