/*
 * Sizes, flags and cancelling of block requests.
 */

#ifndef BLOCK_BLOCK_H
#define BLOCK_BLOCK_H

#include "block/aio.h"
#include "qemu/coroutine.h"
#include "qemu/iov.h"

#define BDRV_SECTOR_BITS 9
#define BDRV_SECTOR_SIZE (1ULL << BDRV_SECTOR_BITS)
#define BDRV_SECTOR_MASK (~(BDRV_SECTOR_SIZE - 1))

typedef enum BdrvRequestFlags {
    BDRV_REQ_ZERO_WRITE = 0x2,
    BDRV_REQ_FUA = 0x10, /* on stable storage before it completes */
    BDRV_REQ_MASK = 0x7ff,
} BdrvRequestFlags;

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Cancels a request and waits until the engine has let go of it, polling the
 * request's context or else the thread's current one. The callback has then
 * been called: with -ECANCELED, or with the result if it was too late. An
 * engine that keeps its reference makes this wait for ever.
 *
 * Thread: home only, outside coroutines.
 */
void bdrv_aio_cancel(BlockAIOCB *acb);

/* Asks for that and does not wait. */
void bdrv_aio_cancel_async(BlockAIOCB *acb);

#ifdef __cplusplus
}
#endif

#endif /* BLOCK_BLOCK_H */
