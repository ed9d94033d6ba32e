// The process-wide context, each thread's current one, and the interface from
// before there were several.

#include "qemu/main-loop.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <mutex>

#include "qapi/error.h"
#include "util/aio_loop.h"

namespace {

std::mutex main_context_lock;
std::atomic<AioContext *> main_context;

thread_local AioContext *thread_context;

bool is_initial_thread()
{
    static thread_local bool initial = syscall(SYS_gettid) == getpid();

    return initial;
}

}  // namespace

AioContext *qemu_get_aio_context(void)
{
    // Pairs with the store below: the context is complete. Every entry of a
    // coroutine comes here, so not through the lock.
    AioContext *ctx = main_context.load(std::memory_order_acquire);
    if (ctx) {
        return ctx;
    }
    std::lock_guard<std::mutex> guard(main_context_lock);

    if (!main_context.load()) {
        main_context.store(aio_context_new(&error_abort));
    }
    return main_context.load();
}

void qemu_aio_context_cleanup(void)
{
    std::lock_guard<std::mutex> guard(main_context_lock);

    if (AioContext *ctx = main_context.exchange(nullptr)) {
        g_source_destroy(&ctx->source);
        aio_context_unref(ctx);
    }
}

int qemu_init_main_loop(Error **errp)
{
    std::lock_guard<std::mutex> guard(main_context_lock);

    AioContext *ctx = main_context.load();
    if (!ctx) {
        ctx = aio_context_new(errp);
        // Pairs with the load in qemu_get_aio_context().
        main_context.store(ctx);
    }
    if (!ctx) {
        return -EMFILE;
    }
    if (!g_source_get_context(&ctx->source)) {
        g_source_attach(&ctx->source, nullptr);
    }
    return 0;
}

void timer_init(QEMUTimer *ts, QEMUClockType type, int scale, QEMUTimerCB *cb,
                void *opaque)
{
    aio_timer_init(qemu_get_aio_context(), ts, type, scale, cb, opaque);
}

// Weak: a program may know better what its threads' contexts are. QEMU's tests
// of before 2020 bring their own.
[[gnu::weak]] AioContext *qemu_get_current_aio_context(void)
{
    if (thread_context) {
        return thread_context;
    }
    return is_initial_thread() ? qemu_get_aio_context() : nullptr;
}

void qemu_set_current_aio_context(AioContext *ctx)
{
    thread_context = ctx;
}

bool in_aio_context_home_thread(AioContext *ctx)
{
    return ctx == qemu_get_current_aio_context();
}

int qemu_aio_set_fd_handler_flush(int fd, IOHandler *io_read,
                                  IOHandler *io_write,
                                  AioFlushHandler *io_flush, void *opaque)
{
    AioContext *ctx = qemu_get_aio_context();

    if (!io_read && !io_write) {
        aio_remove_handler(ctx, fd);
        return 0;
    }
    AioHandler node;
    node.fd = fd;
    node.opaque = opaque;
    node.io_read = io_read;
    node.io_write = io_write;
    node.io_flush = io_flush;
    aio_replace_handler(ctx, node);
    return 0;
}

void qemu_aio_set_event_notifier_flush(EventNotifier *notifier,
                                       EventNotifierHandler *io_read,
                                       AioFlushEventNotifierHandler *io_flush)
{
    AioContext *ctx = qemu_get_aio_context();

    if (!io_read) {
        aio_remove_handler(ctx, event_notifier_get_fd(notifier));
        return;
    }
    AioHandler node;
    node.fd = event_notifier_get_fd(notifier);
    node.notifier = notifier;
    node.notifier_read = io_read;
    node.notifier_flush = io_flush;
    aio_replace_handler(ctx, node);
}

bool qemu_aio_wait(void)
{
    AioContext *ctx = qemu_get_aio_context();
    bool busy;

    return aio_poll(ctx, !aio_ask_flush_handlers(ctx, &busy) || busy);
}

void qemu_aio_flush(void)
{
    AioContext *ctx = qemu_get_aio_context();
    bool busy;

    while (aio_ask_flush_handlers(ctx, &busy) && busy) {
        aio_poll(ctx, true);
    }
}
