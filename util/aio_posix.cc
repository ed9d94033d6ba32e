// The handlers of descriptors, and one turn of the loop.

#include "block/aio.h"
#include "qapi/error.h"
#include "util/aio_loop.h"
#include "util/aio_polling.h"
#include "util/loop_observer.h"

bool AioHandler::busy() const
{
    return notifier ? notifier_flush && notifier_flush(notifier)
                    : io_flush && io_flush(opaque);
}

AioHandler *aio_find_handler(AioContextLoop *loop, int fd)
{
    for (AioHandler &node : loop->handlers) {
        if (node.fd == fd && !node.removed) {
            return &node;
        }
    }
    return nullptr;
}

// Frees removed nodes, unless a turn further out still has them in hand.
static void free_removed(AioContextLoop *loop)
{
    if (loop->has_removed && !loop->walking) {
        std::erase_if(loop->pollers, [](auto *node) { return node->removed; });
        loop->handlers.remove_if([](auto &node) { return node.removed; });
        loop->has_removed = false;
    }
}

void aio_remove_handler(AioContext *ctx, int fd)
{
    AioHandler *node = aio_find_handler(ctx->loop, fd);

    if (!node) {
        return;
    }
    if (!g_source_is_destroyed(&ctx->source)) {
        g_source_remove_poll(&ctx->source, &node->gfd);
    }
    fdmon_forget(ctx->loop, node);
    ctx->loop->watched--;
    ctx->loop->pollable -= node->io_poll != nullptr;
    node->removed = true;
    ctx->loop->has_removed = true;
    free_removed(ctx->loop);
}

void aio_replace_handler(AioContext *ctx, const AioHandler &node)
{
    bool reads = node.io_read || node.notifier_read;

    aio_remove_handler(ctx, node.fd);
    AioHandler &added = ctx->loop->handlers.emplace_back(node);
    added.gfd.fd = node.fd;
    added.gfd.events = (reads ? G_IO_IN | G_IO_HUP | G_IO_ERR : 0) |
                       (node.io_write ? G_IO_OUT | G_IO_ERR : 0);
    ctx->loop->watched++;
    if (node.io_poll) {
        ctx->loop->pollable++;
        ctx->loop->pollers.push_back(&added);
    }
    if (!g_source_is_destroyed(&ctx->source)) {
        g_source_add_poll(&ctx->source, &added.gfd);
    }
}

void aio_set_fd_handler_external(AioContext *ctx, int fd, bool is_external,
                                 IOHandler *io_read, IOHandler *io_write,
                                 AioPollFn *io_poll, IOHandler *io_poll_ready,
                                 void *opaque)
{
    if (!io_read && !io_write && !io_poll && !io_poll_ready) {
        aio_remove_handler(ctx, fd);
        return;
    }
    AioHandler node;
    node.fd = fd;
    node.is_external = is_external;
    node.opaque = opaque;
    node.io_read = io_read;
    node.io_write = io_write;
    node.io_poll = io_poll;
    node.io_poll_ready = io_poll_ready;
    aio_replace_handler(ctx, node);
}

void aio_set_fd_handler(AioContext *ctx, int fd, IOHandler *io_read,
                        IOHandler *io_write, AioPollFn *io_poll,
                        IOHandler *io_poll_ready, void *opaque)
{
    aio_set_fd_handler_external(ctx, fd, false, io_read, io_write, io_poll,
                                io_poll_ready, opaque);
}

void aio_set_event_notifier_external(AioContext *ctx, EventNotifier *notifier,
                                     bool is_external,
                                     EventNotifierHandler *io_read,
                                     AioPollFn *io_poll,
                                     EventNotifierHandler *io_poll_ready)
{
    if (!io_read) {
        aio_remove_handler(ctx, event_notifier_get_fd(notifier));
        return;
    }
    AioHandler node;
    node.fd = event_notifier_get_fd(notifier);
    node.is_external = is_external;
    node.notifier = notifier;
    node.notifier_read = io_read;
    node.io_poll = io_poll;
    node.notifier_poll_ready = io_poll_ready;
    aio_replace_handler(ctx, node);
}

void aio_set_event_notifier(AioContext *ctx, EventNotifier *notifier,
                            EventNotifierHandler *io_read, AioPollFn *io_poll,
                            EventNotifierHandler *io_poll_ready)
{
    aio_set_event_notifier_external(ctx, notifier, false, io_read, io_poll,
                                    io_poll_ready);
}

void aio_disable_external(AioContext *ctx)
{
    // Pairs with the load in aio_handler_silenced().
    ctx->loop->external_disabled.fetch_add(1);
}

void aio_enable_external(AioContext *ctx)
{
    // Pairs with the load in aio_handler_silenced(): a sleeper that left
    // descriptors out is woken to look at them.
    if (ctx->loop->external_disabled.fetch_sub(1) == 1) {
        aio_notify(ctx);
    }
}

bool aio_external_disabled(AioContext *ctx)
{
    return ctx->loop->external_disabled.load() != 0;
}

bool aio_handler_silenced(const AioContextLoop *loop, const AioHandler &node)
{
    // Pairs with the fetch_add and fetch_sub above.
    return node.is_external && loop->external_disabled.load() != 0;
}

bool aio_ask_flush_handlers(AioContext *ctx, bool *busy)
{
    bool any = false;

    *busy = false;
    for (AioHandler &node : ctx->loop->handlers) {
        if (!node.removed && (node.io_flush || node.notifier_flush)) {
            any = true;
            *busy |= node.busy();
        }
    }
    return any;
}

static void observe_handler(const AioHandler &node, const char *what)
{
    if (LoopObserver *observer = loop_observer_current()) {
        observer->handler_runs(node.fd, what);
    }
}

static void run_read(AioHandler &node)
{
    observe_handler(node, "read");
    if (node.notifier) {
        node.notifier_read(node.notifier);
    } else {
        node.io_read(node.opaque);
    }
}

static void run_poll_ready(AioHandler &node)
{
    observe_handler(node, "poll_ready");
    node.in_poll_ready++;
    if (node.notifier) {
        node.notifier_poll_ready(node.notifier);
    } else {
        node.io_poll_ready(node.opaque);
    }
    node.in_poll_ready--;
}

// Each callback may remove the node, or run a turn that takes its events.
static bool dispatch_handler(AioContextLoop *loop, AioHandler &node)
{
    int revents = aio_ready_events(loop, node);
    bool poll_ready = node.poll_ready && !node.removed;
    bool progress = false;

    node.gfd.revents = 0;
    node.poll_ready = false;
    if (poll_ready && !revents) {
        run_poll_ready(node);
        return true;
    }
    if ((revents & (G_IO_IN | G_IO_HUP | G_IO_ERR)) &&
        (node.io_read || node.notifier_read)) {
        run_read(node);
        progress = true;
    }
    if ((revents & (G_IO_OUT | G_IO_ERR)) && node.io_write && !node.removed) {
        observe_handler(node, "write");
        node.io_write(node.opaque);
        progress = true;
    }
    return progress;
}

bool aio_dispatch_handlers(AioContext *ctx)
{
    AioContextLoop *loop = ctx->loop;
    bool progress = false;

    loop->walking++;
    while (AioHandler *node = QTAILQ_FIRST(&loop->ready)) {
        QTAILQ_REMOVE(&loop->ready, node, ready_link);
        node->in_ready = false;
        progress |= dispatch_handler(loop, *node);
    }
    loop->walking--;
    free_removed(loop);
    return progress;
}

// Sleeps until there is something to do, and accepts the notifications.
static void wait_for_fds(AioContext *ctx, int64_t timeout_ns)
{
    AioContextLoop *loop = ctx->loop;
    bool sleeps = timeout_ns != 0;

    if (sleeps) {
        // Pairs with the load in aio_notify(), as do the two looks for work
        // behind it.
        loop->notify_me.fetch_add(2);
        timeout_ns = aio_compute_timeout_ns(ctx);
        if (loop->notified.load()) {
            timeout_ns = 0;
        }
    }
    bool notifier_ready = false;
    fdmon_wait(loop, timeout_ns, &notifier_ready);
    if (sleeps) {
        loop->notify_me.fetch_sub(2);
    }
    aio_notify_accept(loop, notifier_ready);
}

bool aio_poll(AioContext *ctx, bool blocking)
{
    AioContextLoop *loop = ctx->loop;
    LoopObserver *observer = loop_observer_current();

    if (observer) {
        observer->poll_begins(blocking);
    }
    int64_t timeout_ns = blocking ? aio_compute_timeout_ns(ctx) : 0;

    loop->walking++;
    AioPolled polled = aio_run_poll_handlers(ctx, blocking, timeout_ns);
    if (polled.found) {
        timeout_ns = 0;
    }
    if (!polled.instead_of_fds) {
        int64_t start_ns = aio_polling_clock_ns(loop);
        wait_for_fds(ctx, timeout_ns);
        aio_polling_adapt(loop, blocking, start_ns);
    } else {
        aio_notify_accept(loop, false);
    }
    bool progress = polled.progress;
    progress |= aio_bh_poll(ctx);
    progress |= aio_dispatch_handlers(ctx);
    loop->walking--;
    free_removed(loop);
    progress |= aio_run_timers(loop);

    if (observer) {
        observer->poll_ends(progress);
    }
    return progress;
}
