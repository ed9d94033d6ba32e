// Coroutines in their contexts: entering, waking, scheduling.

#include "block/aio.h"
#include "qemu/coroutine_int.h"

void qemu_coroutine_enter(Coroutine *co)
{
    qemu_aio_coroutine_enter(qemu_get_current_aio_context(), co);
}

void qemu_coroutine_enter_opaque(Coroutine *co, void *opaque)
{
    if (!co->ctx && !co->entry_arg) {
        co->entry_arg = opaque;
    }
    qemu_coroutine_enter(co);
}

void qemu_coroutine_enter_if_inactive(Coroutine *co)
{
    if (!qemu_coroutine_entered(co)) {
        qemu_coroutine_enter(co);
    }
}

// Aborts when `co` is to be entered by somebody already.
static void claim(Coroutine *co, const char *who)
{
    // Pairs with the store in scheduled_bh().
    const char *owner =
        qatomic_cmpxchg(&co->scheduled, static_cast<const char *>(NULL), who);

    if (owner) {
        fprintf(stderr, "%s: coroutine was scheduled already, by %s\n", who,
                owner);
        abort();
    }
}

namespace {

// A coroutine on its way to `ctx`.
struct Scheduled {
    AioContext *ctx;
    Coroutine *co;
};

}  // namespace

static void scheduled_bh(void *opaque)
{
    auto *scheduled = static_cast<Scheduled *>(opaque);
    AioContext *ctx = scheduled->ctx;
    Coroutine *co = scheduled->co;

    delete scheduled;
    // Pairs with the exchange in claim().
    qatomic_store_release(&co->scheduled, static_cast<const char *>(NULL));
    aio_context_acquire(ctx);
    qemu_aio_coroutine_enter(ctx, co);
    aio_context_release(ctx);
    aio_context_unref(ctx);
}

void aio_co_schedule(AioContext *ctx, Coroutine *co)
{
    claim(co, __func__);
    // Once scheduled, the coroutine may end and with it what keeps `ctx`: one
    // reference for the bottom half, one for the rest of this function.
    aio_context_ref(ctx);
    aio_context_ref(ctx);
    aio_bh_schedule_oneshot(ctx, scheduled_bh, (new Scheduled{ctx, co}));
    aio_context_unref(ctx);
}

namespace {

// A coroutine that leaves for `to`.
struct Leaving {
    Coroutine *co;
    AioContext *to;
};

}  // namespace

static void leave_bh(void *opaque)
{
    auto *leaving = static_cast<Leaving *>(opaque);

    aio_co_schedule(leaving->to, leaving->co);
}

void coroutine_fn aio_co_reschedule_self(AioContext *new_ctx)
{
    Leaving leaving = {qemu_coroutine_self(), new_ctx};

    if (leaving.co->ctx == new_ctx) {
        return;
    }
    // By way of here: the other thread must not enter it before it yielded.
    aio_bh_schedule_oneshot(leaving.co->ctx, leave_bh, &leaving);
    qemu_coroutine_yield();
}

void aio_co_enter(AioContext *ctx, Coroutine *co)
{
    if (!in_aio_context_home_thread(ctx)) {
        aio_co_schedule(ctx, co);
        return;
    }
    if (qemu_in_coroutine()) {
        Coroutine *self = qemu_coroutine_self();

        claim(co, __func__);
        QSIMPLEQ_INSERT_TAIL(&self->co_queue_wakeup, co, co_queue_next);
        return;
    }
    aio_context_acquire(ctx);
    qemu_aio_coroutine_enter(ctx, co);
    aio_context_release(ctx);
}

void aio_co_wake(Coroutine *co)
{
    // Pairs with the store in qemu_aio_coroutine_enter().
    aio_co_enter(qatomic_load_acquire(&co->ctx), co);
}
