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

/* One of these, in any version. */
#define QEMU_AIO_READ 0x1
#define QEMU_AIO_WRITE 0x2
#define QEMU_AIO_FLUSH 0x8         /* since 2024 */
#define QEMU_AIO_DISCARD 0x10      /* never of Linux AIO */
#define QEMU_AIO_ZONE_APPEND 0x400 /* since 2023 */

/* What a branch of 2012 calls them. */
#define BDRV_REQ_READ QEMU_AIO_READ
#define BDRV_REQ_WRITE QEMU_AIO_WRITE

#endif /* BLOCK_RAW_AIO_H */
