#include "util/iothread.h"

#include "util/g_main_poll.h"

struct IOThread {
    AioContext *ctx;
    GMainContext *main_context;
    GMainLoop *main_loop;
    GThread *thread;
};

static gpointer iothread_run(gpointer opaque)
{
    auto *iothread = static_cast<IOThread *>(opaque);

    qemu_set_current_aio_context(iothread->ctx);
    g_main_context_push_thread_default(iothread->main_context);
    g_main_loop_run(iothread->main_loop);
    g_main_context_pop_thread_default(iothread->main_context);
    return nullptr;
}

IOThread *iothread_create(const char *name, Error **errp)
{
    AioContext *ctx = aio_context_new(errp);

    if (!ctx) {
        return nullptr;
    }
    auto *iothread = new IOThread{};
    iothread->ctx = ctx;
    iothread->main_context = g_main_context_new_on_io_kernel();
    g_source_attach(&ctx->source, iothread->main_context);
    iothread->main_loop = g_main_loop_new(iothread->main_context, false);
    iothread->thread = g_thread_new(name, iothread_run, iothread);
    return iothread;
}

AioContext *iothread_get_aio_context(IOThread *iothread)
{
    return iothread->ctx;
}

static void iothread_stop_bh(void *opaque)
{
    g_main_loop_quit(static_cast<IOThread *>(opaque)->main_loop);
}

void iothread_destroy(IOThread *iothread)
{
    // From inside: a loop that has not started yet would miss a quit.
    aio_bh_schedule_oneshot(iothread->ctx, iothread_stop_bh, iothread);
    g_thread_join(iothread->thread);
    g_source_destroy(&iothread->ctx->source);
    g_main_loop_unref(iothread->main_loop);
    g_main_context_unref(iothread->main_context);
    aio_context_unref(iothread->ctx);
    delete iothread;
}
