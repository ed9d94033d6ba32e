// The callback form of block_backend.h: straight to Linux AIO where nothing
// has to be done before or after, else a coroutine for each request.

#include "block/block_backend.h"

#include "block/block_request.h"
#include "block/linux_aio.h"

namespace {

// A request that a coroutine performs.
struct CoRequest {
    BlockAIOCB common;
    AioContext *ctx;
    BlockRequest request;
    int ret;
    bool started;  // the function that started it has returned
};

// A write that others may have to wait for.
struct TrackedWrite {
    BlockAIOCB common;
    BlockBackend *blk;
    TrackedRequest tracked;
    BlockAIOCB *in_kernel;  // NULL when it is over
};

}  // namespace

static AioContext *co_request_context(BlockAIOCB *acb)
{
    return reinterpret_cast<CoRequest *>(acb)->ctx;
}

// There is no way back out of the middle of it: cancelling waits.
static const AIOCBInfo co_request_info = {
    .get_aio_context = co_request_context,
    .aiocb_size = sizeof(CoRequest),
};

static void co_request_complete(void *opaque)
{
    auto *r = static_cast<CoRequest *>(opaque);

    r->common.cb(r->common.opaque, r->ret);
    qemu_aio_unref(r);
}

static void coroutine_fn co_request_entry(void *opaque)
{
    auto *r = static_cast<CoRequest *>(opaque);

    r->ret = block_request_perform(&r->request);
    if (r->started) {
        co_request_complete(r);
    } else {
        aio_bh_schedule_oneshot(r->ctx, co_request_complete, r);
    }
}

static BlockAIOCB *start_coroutine(const BlockRequest &request,
                                   BlockCompletionFunc *cb, void *opaque)
{
    auto *r = static_cast<CoRequest *>(
        qemu_aio_get(&co_request_info, nullptr, cb, opaque));

    r->ctx = qemu_get_current_aio_context();
    r->request = request;
    // What it wakes in passing may poll, and that may complete it.
    qemu_aio_ref(r);
    qemu_coroutine_enter(qemu_coroutine_create(co_request_entry, r));
    r->started = true;
    qemu_aio_unref(r);
    return &r->common;
}

// Returns:  the state that takes the request as it is; NULL when there is
//           something to be done about it.
static LinuxAioState *takes_as_it_is(const BlockRequest *request)
{
    RawFile *file = &request->blk->file;

    if (request->flags != 0 || request->bytes == 0 ||
        block_request_check(request) < 0 ||
        !block_is_aligned(&file->limits, request->offset, request->qiov)) {
        return nullptr;
    }
    return raw_file_linux_aio(file);
}

static BlockAIOCB *submit(LinuxAioState *s, const BlockRequest *request,
                          int type, BlockCompletionFunc *cb, void *opaque)
{
    const RawFile *file = &request->blk->file;

    return laio_submit_bytes(nullptr, s, file->fd, request->offset,
                             request->qiov, type, BdrvRequestFlags(),
                             file->max_batch, cb, opaque);
}

BlockAIOCB *blk_aio_preadv(BlockBackend *blk, int64_t offset,
                           QEMUIOVector *qiov, BdrvRequestFlags flags,
                           BlockCompletionFunc *cb, void *opaque)
{
    const BlockRequest request = {
        blk, BLOCK_READ, offset, static_cast<int64_t>(qiov->size), qiov, flags,
    };

    if (LinuxAioState *s = takes_as_it_is(&request)) {
        return submit(s, &request, QEMU_AIO_READ, cb, opaque);
    }
    return start_coroutine(request, cb, opaque);
}

static void tracked_write_cancel(BlockAIOCB *acb)
{
    auto *write = reinterpret_cast<TrackedWrite *>(acb);

    if (write->in_kernel) {
        bdrv_aio_cancel_async(write->in_kernel);
    }
}

static const AIOCBInfo tracked_write_info = {
    .cancel_async = tracked_write_cancel,
    .aiocb_size = sizeof(TrackedWrite),
};

static void tracked_write_over(void *opaque, int ret)
{
    auto *write = static_cast<TrackedWrite *>(opaque);

    write->in_kernel = nullptr;
    tracked_request_end(&write->blk->writes, &write->tracked);
    write->common.cb(write->common.opaque, ret);
    qemu_aio_unref(write);
}

// Returns:  NULL when it has to wait for another.
static BlockAIOCB *submit_tracked(LinuxAioState *s,
                                  const BlockRequest *request,
                                  BlockCompletionFunc *cb, void *opaque)
{
    auto *write = static_cast<TrackedWrite *>(
        qemu_aio_get(&tracked_write_info, nullptr, cb, opaque));

    write->blk = request->blk;
    block_request_track(request, &write->tracked);
    if (!tracked_request_try_begin(&request->blk->writes, &write->tracked)) {
        qemu_aio_unref(write);
        return nullptr;
    }
    write->in_kernel = submit(s, request, QEMU_AIO_WRITE, tracked_write_over,
                              write);
    return &write->common;
}

BlockAIOCB *blk_aio_pwritev(BlockBackend *blk, int64_t offset,
                            QEMUIOVector *qiov, BdrvRequestFlags flags,
                            BlockCompletionFunc *cb, void *opaque)
{
    const BlockRequest request = {
        blk,  BLOCK_WRITE, offset, static_cast<int64_t>(qiov->size),
        qiov, flags,
    };
    BlockAIOCB *acb = nullptr;

    if (LinuxAioState *s = takes_as_it_is(&request)) {
        acb = submit_tracked(s, &request, cb, opaque);
    }
    return acb ? acb : start_coroutine(request, cb, opaque);
}

BlockAIOCB *blk_aio_pwrite_zeroes(BlockBackend *blk, int64_t offset,
                                  int64_t bytes, BdrvRequestFlags flags,
                                  BlockCompletionFunc *cb, void *opaque)
{
    return start_coroutine(
        {blk, BLOCK_WRITE_ZEROES, offset, bytes, nullptr, flags}, cb, opaque);
}

BlockAIOCB *blk_aio_pdiscard(BlockBackend *blk, int64_t offset, int64_t bytes,
                             BlockCompletionFunc *cb, void *opaque)
{
    return start_coroutine({blk, BLOCK_DISCARD, offset, bytes, nullptr, {}},
                           cb, opaque);
}

BlockAIOCB *blk_aio_flush(BlockBackend *blk, BlockCompletionFunc *cb,
                          void *opaque)
{
    return start_coroutine({blk, BLOCK_FLUSH, 0, 0, nullptr, {}}, cb, opaque);
}
