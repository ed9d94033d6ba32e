// The Linux AIO backend: requests on files, completed by an AioContext.
//
// A LinuxAioState owns one kernel AIO context, its ring and an eventfd. It is
// owned by whoever called laio_init() and serves one AioContext at a time;
// "home" below is that context's thread. C and C++.
//
// Who hears of a completion: the first state that is attached to an AioContext
// which nothing but aio_poll() drives has that sleep in the kernel AIO context
// itself, and its requests signal nobody (util/fdmon_linux_aio.h). All others,
// also in kernels older than Linux 4.18, signal the eventfd. It is decided when
// a request is sent, and nothing else depends on it.
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

// Frees `s`. Requests that are not over are never completed; their handles
// are gone.
// Requires: outside the callbacks of `s`, and no request of its own in an open
//           batch of defer_call_begin().
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
//   type        QEMU_AIO_READ, QEMU_AIO_WRITE or QEMU_AIO_ZONE_APPEND
// Returns:  a handle for bdrv_aio_cancel_async(); NULL for an unknown type,
//           and cb is then never called.
// Keeps:    qiov and its memory until cb; the handle is gone after cb.
// Thread:   home only.
BlockAIOCB *laio_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                        int64_t sector_num, QEMUIOVector *qiov,
                        int nb_sectors, BlockCompletionFunc *cb, void *opaque,
                        int type);

// The same in bytes, for every type.
//
//   offset         bytes
//   qiov           NULL for a flush
//   type           those, or QEMU_AIO_FLUSH: what writes have brought to the
//                  file, as far as they were over, is on stable storage when
//                  it completes. An append to a zone is a write at `offset`.
//   flags          BDRV_REQ_FUA: a write is on stable storage, too, when it
//                  completes; -EOPNOTSUPP where the file system has no such
//   dev_max_batch  requests that a batch holds back at most; 0: no limit of
//                  the device's
// Returns, Keeps, Thread: as laio_submit().
BlockAIOCB *laio_submit_bytes(BlockDriverState *bs, LinuxAioState *s, int fd,
                              uint64_t offset, QEMUIOVector *qiov, int type,
                              BdrvRequestFlags flags, uint64_t dev_max_batch,
                              BlockCompletionFunc *cb, void *opaque);

// Performs a request of qiov->size bytes, or a flush, and yields until it is
// over. Arguments as of laio_submit_bytes().
//
// Returns:  the result; -ENOTSUP at once for an unknown type.
// Keeps:    qiov and its memory until it returns.
// Thread:   home only, in a coroutine.
int coroutine_fn laio_co_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                                uint64_t offset, QEMUIOVector *qiov, int type,
                                uint64_t dev_max_batch);
int coroutine_fn laio_co_submit_flags(BlockDriverState *bs, LinuxAioState *s,
                                      int fd, uint64_t offset,
                                      QEMUIOVector *qiov, int type,
                                      BdrvRequestFlags flags,
                                      uint64_t dev_max_batch);

// Whether requests on `fd` may be QEMU_AIO_FLUSH, and may have BDRV_REQ_FUA.
// The first asks the kernel with a flush, and waits for it.
// Thread: any.
bool laio_has_fdsync(int fd);
bool laio_has_fua(void);

// Opens a batch: new requests wait for laio_io_unplug(), or until there are
// as many as AioContext.aio_max_batch (32 when that is 0). Batches nest. One
// of defer_call_begin() does the same, for all states of the thread.
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
