// Requests that complete in a loop, and cancelling them.

#include "block/block.h"
#include "util/aiocb_memory.h"
#include "util/loop_observer.h"

// The rare ways are functions of their own that a tail call reaches: nothing
// is saved for them.

[[gnu::noinline]] static void *observe_made(LoopObserver *observer, void *acb)
{
    observer->request_made();
    return acb;
}

static inline void *set_up(void *memory, const AIOCBInfo *aiocb_info,
                           BlockDriverState *bs, BlockCompletionFunc *cb,
                           void *opaque)
{
    auto *acb = static_cast<BlockAIOCB *>(memory);

    acb->refcnt = 1;
    acb->cb = cb;
    acb->opaque = opaque;
    acb->bs = bs;
    acb->aiocb_info = aiocb_info;
    if (LoopObserver *observer = loop_observer_current()) {
        return observe_made(observer, acb);
    }
    return acb;
}

[[gnu::noinline]] static void *get_new(const AIOCBInfo *aiocb_info,
                                       BlockDriverState *bs,
                                       BlockCompletionFunc *cb, void *opaque)
{
    return set_up(aiocb_memory_new(aiocb_info->aiocb_size), aiocb_info, bs, cb,
                  opaque);
}

void *qemu_aio_get(const AIOCBInfo *aiocb_info, BlockDriverState *bs,
                   BlockCompletionFunc *cb, void *opaque)
{
    // Zeroed: files of 2016 to 2019 read members that they never set.
    void *memory = aiocb_memory_reuse(aiocb_info->aiocb_size);

    return memory ? set_up(memory, aiocb_info, bs, cb, opaque)
                  : get_new(aiocb_info, bs, cb, opaque);
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
