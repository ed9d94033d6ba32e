// The Linux AIO backend: requests on files, completed by an AioContext.
//
// A LinuxAioState owns one kernel AIO context, its ring and an eventfd. It is
// owned by whoever called laio_init() and serves one AioContext at a time;
// "home" below is that context's thread. C and C++.
//
// Results are 0 for success, which includes a read over the end of the file
// (its missing bytes read as zeros), or -errno. A write that finds no room
// ends with -ENOSPC. A transfer that stops short elsewhere is continued.
//
// No callback runs and no coroutine is entered inside a function of this
// header: completions are delivered by the event loop, also those of requests
// that the kernel refused.

#ifndef BLOCK_LINUX_AIO_H
#define BLOCK_LINUX_AIO_H

#include "block/aio.h"
#include "block/block.h"
#include "block/raw-aio.h"
#include "qapi/error.h"

#ifdef __cplusplus
extern "C" {
#endif

// Returns:  a detached state; NULL with `errp` set when there is no room for
//           another AIO context or eventfd.
// Keeps:    the caller's, until laio_cleanup().
// Thread:   any.
LinuxAioState *laio_init(Error **errp);

// Frees `s`. Requests that are not over are never completed.
// Requires: outside the callbacks of `s`.
// Thread:   home only.
void laio_cleanup(LinuxAioState *s);

// Completes requests in `new_context` from now on, also those that were
// submitted before.
// Requires: detached.
// Thread:   home of `new_context`; callbacks may call it.
void laio_attach_aio_context(LinuxAioState *s, AioContext *new_context);

// Stops completing requests; what the kernel finishes meanwhile waits for the
// next attach.
// Thread:   home only; callbacks may call it.
void laio_detach_aio_context(LinuxAioState *s, AioContext *old_context);

// Starts a request that calls cb(opaque, result) once.
//
//   bs          handed through to the BlockAIOCB; may be NULL
//   sector_num, nb_sectors  in units of 512 bytes
//   qiov        of nb_sectors * 512 bytes
//   type        QEMU_AIO_READ or QEMU_AIO_WRITE
// Returns:  a handle for bdrv_aio_cancel_async(); NULL for an unknown type,
//           and cb is then never called.
// Keeps:    qiov and its memory until cb; the handle is gone after cb.
// Thread:   home only.
BlockAIOCB *laio_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                        int64_t sector_num, QEMUIOVector *qiov,
                        int nb_sectors, BlockCompletionFunc *cb, void *opaque,
                        int type);

// Performs a request of qiov->size bytes and yields until it is over.
//
//   offset         bytes
//   dev_max_batch  requests that a plug holds back at most; 0: no limit of
//                  the device's
// Returns:  the result; -ENOTSUP at once for an unknown type.
// Keeps:    qiov and its memory until it returns.
// Thread:   home only, in a coroutine.
int coroutine_fn laio_co_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                                uint64_t offset, QEMUIOVector *qiov, int type,
                                uint64_t dev_max_batch);

// Opens a batch: new requests wait for laio_io_unplug(), or until there are
// as many as AioContext.aio_max_batch (32 when that is 0). Batches nest.
// Thread: home only.
void laio_io_plug(BlockDriverState *bs, LinuxAioState *s);

// Closes a batch; the outermost one's end sends what waits.
// Requires: an open batch.
// Thread:   home only.
void laio_io_unplug(BlockDriverState *bs, LinuxAioState *s,
                    uint64_t dev_max_batch);

#ifdef __cplusplus
}
#endif

#endif  // BLOCK_LINUX_AIO_H
