// A raw file or block device as a disk: requests of any offset and length, in
// three forms. C++.
//
// A disk has a fixed length. Requests go to the kernel as Linux AIO, or to
// threads where there is none; what the kernel would refuse for its alignment
// passes through a buffer of ours. DURABILITY.md says what a completed request
// promises.
//
// Any thread with an AioContext may make requests, several threads at a time;
// each request belongs to the context of its thread and completes there.
// blk_io_plug() and blk_io_unplug() (system/block-backend.h) make batches.
//
// Results are 0 or -errno:
//   -EIO        the range is not within the disk; or the device said so
//   -EPERM      a change, and the disk was opened read-only
//   -ENOTSUP    a flag that is unknown
//   -ENOSPC     no room, also when a device takes less than it was given
//   any other   what the kernel said
// A request that fails fails alone. A write that fails may have been done in
// part.

#ifndef BLOCK_BLOCK_BACKEND_H
#define BLOCK_BLOCK_BACKEND_H

#include <cstdint>

#include "block/block.h"
#include "block/block_limits.h"
#include "qapi/error.h"
#include "system/block-backend.h"

enum BlockAio {
    BLOCK_AIO_AUTO,     // native with direct I/O where it works, else threads
    BLOCK_AIO_NATIVE,   // opening fails where it does not work
    BLOCK_AIO_THREADS,
};

struct BlockOpenOptions {
    bool writable = false;
    bool direct = false;  // around the page cache (O_DIRECT)
    BlockAio aio = BLOCK_AIO_AUTO;
    // At least this, though less was found: a power of two, up to 65536
    // bytes; 0 for what was found.
    uint32_t request_alignment = 0;
    // Requests that a batch holds back at most; 0 for what the context says.
    uint64_t max_batch = 0;
};

struct BlockBackend;

// Opens an existing regular file or block device.
//
// Returns:  NULL with `errp` set.
// Keeps:    the caller's, until blk_close(); `path` is copied.
// Thread:   any; one with an AioContext for BLOCK_AIO_NATIVE.
BlockBackend *blk_open(const char *path, const BlockOpenOptions &options,
                       Error **errp);

// Requires: no request under way.
// Thread:   any.
void blk_close(BlockBackend *blk);

// Thread: any, for these four.
int64_t blk_getlength(const BlockBackend *blk);  // bytes
bool blk_is_writable(const BlockBackend *blk);
bool blk_is_native(const BlockBackend *blk);  // else it is threads now
const BlockLimits *blk_get_limits(const BlockBackend *blk);

// Callbacks

// Starts a request that calls cb(opaque, result) once, from the loop.
//
//   offset, bytes  in bytes; a transfer is of qiov->size bytes
//   flags    BDRV_REQ_FUA: on stable storage when it completes; or 0
// Returns:  a handle for bdrv_aio_cancel() and bdrv_aio_cancel_async().
// Keeps:    qiov and its memory until cb; the handle is gone after cb.
// Thread:   home only.
BlockAIOCB *blk_aio_preadv(BlockBackend *blk, int64_t offset,
                           QEMUIOVector *qiov, BdrvRequestFlags flags,
                           BlockCompletionFunc *cb, void *opaque);
BlockAIOCB *blk_aio_pwritev(BlockBackend *blk, int64_t offset,
                            QEMUIOVector *qiov, BdrvRequestFlags flags,
                            BlockCompletionFunc *cb, void *opaque);
// Reads as zeros afterwards.
BlockAIOCB *blk_aio_pwrite_zeroes(BlockBackend *blk, int64_t offset,
                                  int64_t bytes, BdrvRequestFlags flags,
                                  BlockCompletionFunc *cb, void *opaque);
// Reads as anything afterwards; 0 also where nothing can be given back.
BlockAIOCB *blk_aio_pdiscard(BlockBackend *blk, int64_t offset, int64_t bytes,
                             BlockCompletionFunc *cb, void *opaque);
// Writes that completed before are on stable storage when it completes.
BlockAIOCB *blk_aio_flush(BlockBackend *blk, BlockCompletionFunc *cb,
                          void *opaque);

// Coroutines: the same, and yield until it is over.
// Thread: home only, in a coroutine.
int coroutine_fn blk_co_preadv(BlockBackend *blk, int64_t offset,
                               QEMUIOVector *qiov, BdrvRequestFlags flags);
int coroutine_fn blk_co_pwritev(BlockBackend *blk, int64_t offset,
                                QEMUIOVector *qiov, BdrvRequestFlags flags);
int coroutine_fn blk_co_pwrite_zeroes(BlockBackend *blk, int64_t offset,
                                      int64_t bytes, BdrvRequestFlags flags);
int coroutine_fn blk_co_pdiscard(BlockBackend *blk, int64_t offset,
                                 int64_t bytes);
int coroutine_fn blk_co_flush(BlockBackend *blk);

// Makes the disk this long; what is added reads as zeros. A device cannot be.
// Requires: no request under way behind the new end.
int coroutine_fn blk_co_truncate(BlockBackend *blk, int64_t length);

// Blocking: the same, and poll the thread's context until it is over.
// Thread: home only, also in callbacks and coroutines.
int blk_pread(BlockBackend *blk, int64_t offset, int64_t bytes, void *buf,
              BdrvRequestFlags flags);
int blk_pwrite(BlockBackend *blk, int64_t offset, int64_t bytes,
               const void *buf, BdrvRequestFlags flags);
int blk_pwrite_zeroes(BlockBackend *blk, int64_t offset, int64_t bytes,
                      BdrvRequestFlags flags);
int blk_pdiscard(BlockBackend *blk, int64_t offset, int64_t bytes);
int blk_flush(BlockBackend *blk);
int blk_truncate(BlockBackend *blk, int64_t length);

#endif  // BLOCK_BLOCK_BACKEND_H
