// Requests that complete in a loop, and cancelling them.

#include "block/block.h"
#include "util/aiocb_memory.h"
#include "util/loop_observer.h"

void *qemu_aio_get(const AIOCBInfo *aiocb_info, BlockDriverState *bs,
                   BlockCompletionFunc *cb, void *opaque)
{
    // Zeroed: files of 2016 to 2019 read members that they never set.
    auto *acb = static_cast<BlockAIOCB *>(
        aiocb_memory_get(aiocb_info->aiocb_size));

    acb->refcnt = 1;
    acb->cb = cb;
    acb->opaque = opaque;
    acb->bs = bs;
    acb->aiocb_info = aiocb_info;
    if (LoopObserver *observer = loop_observer_current()) {
        observer->request_made();
    }
    return acb;
}

void qemu_aio_ref(void *p)
{
    static_cast<BlockAIOCB *>(p)->refcnt++;
}

void qemu_aio_unref(void *p)
{
    auto *acb = static_cast<BlockAIOCB *>(p);

    if (acb->refcnt <= 0) {
        fprintf(stderr, "qemu_aio_unref: request without references\n");
        abort();
    }
    if (--acb->refcnt == 0) {
        aiocb_memory_put(acb, acb->aiocb_info->aiocb_size);
        if (LoopObserver *observer = loop_observer_current()) {
            observer->request_freed();
        }
    }
}

void qemu_aio_release(void *p)
{
    qemu_aio_unref(p);
}

void bdrv_aio_cancel_async(BlockAIOCB *acb)
{
    if (acb->aiocb_info->cancel_async) {
        acb->aiocb_info->cancel_async(acb);
    }
}

void bdrv_aio_cancel(BlockAIOCB *acb)
{
    const AIOCBInfo *info = acb->aiocb_info;

    if (info->cancel) {
        info->cancel(acb);  // waits, and releases the request
        return;
    }
    AioContext *ctx = info->get_aio_context ? info->get_aio_context(acb)
                                            : qemu_get_current_aio_context();
    qemu_aio_ref(acb);
    bdrv_aio_cancel_async(acb);
    while (acb->refcnt > 1) {
        aio_poll(ctx, true);
    }
    qemu_aio_unref(acb);
}
