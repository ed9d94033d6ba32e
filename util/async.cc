// The context: its life, its notification, and the GSource that it is.

#include "block/aio.h"
#include "qapi/error.h"
#include "util/aio_context_end.h"
#include "util/aio_loop.h"
#include "util/loop_observer.h"

// A sleeper raises notify_me and then looks for work; here work was made
// before and then notify_me is looked at. All four are sequentially
// consistent, so that at least one side sees the other.
void aio_notify(AioContext *ctx)
{
    AioContextLoop *loop = ctx->loop;

    // Pairs with the exchange in aio_notify_accept() and the load before a
    // sleep.
    loop->notified.store(true);
    // Pairs with the raising of notify_me before a sleep.
    if (loop->notify_me.load()) {
        event_notifier_set(&loop->notifier);
    }
}

void aio_notify_accept(AioContextLoop *loop, bool fd_ready)
{
    // Pairs with the raising of notify_me in another thread that polls.
    if (loop->notify_me.load()) {
        return;
    }
    // Pairs with the store in aio_notify(). This comes before bottom halves
    // and handlers are run, so a notification out of those is kept.
    if (loop->notified.load()) {
        loop->notified.exchange(false);
    }
    if (fd_ready) {
        event_notifier_test_and_clear(&loop->notifier);
    }
}

int64_t aio_compute_timeout_ns(AioContext *ctx)
{
    int64_t timeout_ns = aio_bh_timeout_ns(ctx->loop);

    return timeout_ns == 0
               ? 0
               : aio_soonest_ns(timeout_ns, aio_timers_timeout_ns(ctx->loop));
}

static AioContext *context_of(GSource *source)
{
    return reinterpret_cast<AioContext *>(source);
}

static gboolean aio_ctx_prepare(GSource *source, gint *timeout_ms)
{
    AioContext *ctx = context_of(source);

    // Pairs with the load in aio_notify().
    ctx->loop->notify_me.fetch_or(1);
    int64_t timeout_ns = fdmon_linux_aio_enter_glib(
        ctx->loop, aio_compute_timeout_ns(ctx));
    // Pairs with the store in aio_notify().
    if (ctx->loop->notified.load() || aio_bh_deleted_is_due(ctx->loop)) {
        timeout_ns = 0;
    }
    *timeout_ms = timeout_ns < 0 ? -1 : DIV_ROUND_UP(timeout_ns, 1000000);
    // Not even when there is work: GLib would not call check() then.
    return false;
}

static gboolean aio_ctx_check(GSource *source)
{
    AioContext *ctx = context_of(source);

    ctx->loop->notify_me.fetch_and(~1u);
    aio_notify_accept(ctx->loop, ctx->loop->notifier_gfd.revents != 0);
    bool handlers_ready = fdmon_collect_revents(ctx->loop);
    handlers_ready |= fdmon_linux_aio_look(ctx->loop);
    // An idle bottom half has its turn now that the loop is awake.
    return handlers_ready || aio_bh_timeout_ns(ctx->loop) >= 0 ||
           aio_compute_timeout_ns(ctx) == 0 ||
           aio_bh_deleted_is_due(ctx->loop);
}

static gboolean aio_ctx_dispatch(GSource *source, GSourceFunc, gpointer)
{
    AioContext *ctx = context_of(source);

    aio_bh_poll(ctx);
    aio_dispatch_handlers(ctx);
    aio_run_timers(ctx->loop);
    return G_SOURCE_CONTINUE;
}

static void aio_ctx_finalize(GSource *source)
{
    AioContextLoop *loop = context_of(source)->loop;

    // Pairs with the fetch_add in aio_context_unref().
    loop->unrefs.load();
    for (; !loop->at_end.empty(); loop->at_end.pop_back()) {
        const auto [end, opaque] = loop->at_end.back();
        end(opaque);
    }
    aio_timers_end(loop);
    aio_bh_free_pending(loop);
    fdmon_end(loop);
    event_notifier_cleanup(&loop->notifier);
    delete loop;
}

static GSourceFuncs aio_source_funcs = {
    aio_ctx_prepare, aio_ctx_check, aio_ctx_dispatch, aio_ctx_finalize,
    nullptr, nullptr,
};

AioContext *aio_context_new(Error **errp)
{
    auto *ctx = context_of(g_source_new(&aio_source_funcs, sizeof(AioContext)));

    ctx->loop = new AioContextLoop;
    for (int i = 0; i < QEMU_CLOCK_MAX; i++) {
        ctx->loop->timers[i].ctx = ctx;
        ctx->loop->timers[i].clock = static_cast<QEMUClockType>(i);
    }
    int ret = event_notifier_init(&ctx->loop->notifier, false);
    if (ret < 0) {
        error_setg_errno(errp, -ret,
                         "cannot make the notifier of an event loop");
        aio_context_unref(ctx);
        return nullptr;
    }
    ctx->loop->notifier_gfd.fd = event_notifier_get_fd(&ctx->loop->notifier);
    ctx->loop->notifier_gfd.events = G_IO_IN;
    g_source_add_poll(&ctx->source, &ctx->loop->notifier_gfd);
    g_source_set_can_recurse(&ctx->source, true);
    g_source_set_name(&ctx->source, "AioContext");
    return ctx;
}

void aio_context_ref(AioContext *ctx)
{
    g_source_ref(&ctx->source);
}

void aio_context_unref(AioContext *ctx)
{
    // Pairs with the load in aio_ctx_finalize(): what this thread did to the
    // context comes before its end, whoever brings that about.
    ctx->loop->unrefs.fetch_add(1);
    g_source_unref(&ctx->source);
}

GSource *aio_get_g_source(AioContext *ctx)
{
    // Pairs with the load in a turn of the loop.
    ctx->loop->in_glib.store(true);
    return g_source_ref(&ctx->source);
}

void aio_context_acquire(AioContext *ctx)
{
    if (ctx->loop->lock.try_lock()) {
        return;
    }
    if (LoopObserver *observer = loop_observer_current()) {
        observer->lock_waits();
    }
    ctx->loop->lock.lock();
}

void aio_context_release(AioContext *ctx)
{
    ctx->loop->lock.unlock();
}

void aio_context_at_end(AioContext *ctx, void (*end)(void *opaque),
                        void *opaque)
{
    ctx->loop->at_end.emplace_back(end, opaque);
}

LinuxAioState *aio_get_linux_aio(AioContext *ctx)
{
    if (!ctx || !ctx->linux_aio) {
        fprintf(stderr, "this thread's AioContext has no Linux AIO state: "
                "call aio_set_linux_aio() before the first request\n");
        abort();
    }
    return ctx->linux_aio;
}

void aio_set_linux_aio(AioContext *ctx, LinuxAioState *state)
{
    ctx->linux_aio = state;
}

void aio_context_set_aio_params(AioContext *ctx, int64_t max_batch)
{
    ctx->aio_max_batch = max_batch;
}
