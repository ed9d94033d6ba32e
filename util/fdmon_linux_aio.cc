// Where aio_poll() sleeps while requests of Linux AIO are in the kernel that
// signal nobody: in io_getevents(), see fdmon_linux_aio.h.
//
// All descriptors and the loop's notifier are in its epoll set, and one
// IOCB_CMD_POLL watches that. It ends with the first descriptor that is ready
// and is made anew before the next sleep; if something is still ready then, it
// ends at once. So whatever happens while it is armed has its event in the
// ring, and the loop need not look at descriptors itself.

#include "util/fdmon_linux_aio.h"

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "util/aio_loop.h"
#include "util/io_kernel.h"

namespace {

// Between two looks at what cannot wake the loop.
constexpr int64_t kBlindNs = 1000000;

constexpr int64_t kNsPerSecond = 1000000000;

// No request's iocb.data has such a lower half.
constexpr uintptr_t kLoopsOwn = UINT32_MAX;

void *poll_data(const LinuxAioSleep *s)
{
    return reinterpret_cast<void *>(uintptr_t{s->number} << 32 | kLoopsOwn);
}

// Two cannot be slept in at a time, so all but the first one's requests signal.
void choose(AioContextLoop *loop)
{
    // Pairs with the store in aio_get_g_source(), which any thread may call.
    loop->in_glib_known = loop->in_glib.load();
    bool may = !loop->in_glib_known && !loop->epoll_failed &&
               !loop->poll_refused;

    for (LinuxAioSleep *s : loop->linux_aio) {
        s->may_be_silent = may;
        may = false;
    }
}

// Returns: whether a descriptor that becomes ready ends a sleep in s->ctx.
bool arm(AioContextLoop *loop, LinuxAioSleep *s)
{
    if (!fdmon_fill_epoll(loop)) {
        return false;
    }
    if (s->armed) {
        return true;
    }
    struct iocb *iocb = &s->poll;

    s->number++;
    io_prep_poll(iocb, loop->epoll_fd, POLLIN);
    iocb->data = poll_data(s);
    int ret = io_kernel_current()->submit(s->ctx, 1, &iocb);
    s->armed = ret == 1;
    if (ret < 0 && ret != -EAGAIN && ret != -EINTR) {
        loop->poll_refused = true;
        choose(loop);
    }
    return s->armed;
}

void disarm(LinuxAioSleep *s)
{
    struct io_event unused;

    if (s->armed) {
        // Its event comes nevertheless; by its number it is an old one.
        io_kernel_current()->cancel(s->ctx, &s->poll, &unused);
        s->armed = false;
        s->number++;
    }
}

void mark_events(AioContextLoop *loop, LinuxAioSleep *s)
{
    if (s->handler) {
        s->handler->poll_ready = true;
        aio_mark_ready(loop, s->handler);
    }
}

// Sleeps until an event comes, and takes that one. The rest stays in the ring.
void sleep_in_context(AioContextLoop *loop, LinuxAioSleep *s,
                      int64_t timeout_ns, bool *notifier_ready)
{
    struct timespec timeout = {timeout_ns / kNsPerSecond,
                               timeout_ns % kNsPerSecond};
    struct io_event event;

    fdmon_forget_revents(loop);
    if (io_kernel_current()->getevents(s->ctx, 1, 1, &event,
                                       timeout_ns < 0 ? nullptr : &timeout) !=
        1) {
        return;
    }
    if (s->take_event(s, &event)) {
        mark_events(loop, s);
    } else {
        aio_stray_event(s, &event);
        fdmon_look(loop, 0, notifier_ready);
    }
}

}  // namespace

void aio_add_linux_aio(AioContext *ctx, LinuxAioSleep *s)
{
    s->handler = aio_find_handler(ctx->loop,
                                  event_notifier_get_fd(s->notifier));
    ctx->loop->linux_aio.push_back(s);
    choose(ctx->loop);
}

void aio_remove_linux_aio(AioContext *ctx, LinuxAioSleep *s)
{
    disarm(s);
    s->may_be_silent = false;
    std::erase(ctx->loop->linux_aio, s);
    choose(ctx->loop);
}

void aio_stray_event(LinuxAioSleep *s, const struct io_event *event)
{
    if (event->data == poll_data(s)) {
        s->armed = false;
    }
}

bool fdmon_linux_aio_look(AioContextLoop *loop)
{
    bool found = false;

    for (LinuxAioSleep *s : loop->linux_aio) {
        if (s->silent && s->has_events(s)) {
            mark_events(loop, s);
            found = true;
        }
    }
    return found;
}

bool fdmon_linux_aio_wait(AioContextLoop *loop, int64_t timeout_ns,
                          bool *notifier_ready)
{
    // Pairs with the store in aio_get_g_source().
    if (loop->in_glib.load() != loop->in_glib_known) {
        choose(loop);
    }
    const auto is_silent = [](const LinuxAioSleep *s) { return s->silent; };
    const auto end = loop->linux_aio.end();
    const auto first = std::find_if(loop->linux_aio.begin(), end, is_silent);

    if (first == end) {
        return false;
    }
    LinuxAioSleep *s = *first;
    const bool several = std::find_if(first + 1, end, is_silent) != end;
    const bool found = fdmon_linux_aio_look(loop);
    if (found && s->armed && timeout_ns != 0 && fdmon_fill_epoll(loop)) {
        // Whatever is ready has its event behind those.
        fdmon_forget_revents(loop);
        return true;
    }
    if (found || timeout_ns == 0) {
        fdmon_look(loop, 0, notifier_ready);
        return true;
    }
    if (several) {
        // Those of the other contexts do not end this sleep.
        timeout_ns = aio_soonest_ns(timeout_ns, kBlindNs);
    }
    if (!arm(loop, s)) {
        fdmon_look(loop, 0, notifier_ready);
        if (*notifier_ready || !QTAILQ_EMPTY(&loop->ready)) {
            return true;
        }
        timeout_ns = aio_soonest_ns(timeout_ns, kBlindNs);
    }
    sleep_in_context(loop, s, timeout_ns, notifier_ready);
    return true;
}

int64_t fdmon_linux_aio_enter_glib(AioContextLoop *loop, int64_t timeout_ns)
{
    // Pairs with the load in choose(), by the same thread.
    loop->in_glib.store(true);
    if (!loop->in_glib_known) {
        choose(loop);
    }
    const bool silent =
        std::any_of(loop->linux_aio.begin(), loop->linux_aio.end(),
                    [](const LinuxAioSleep *s) { return s->silent; });
    return silent ? aio_soonest_ns(timeout_ns, kBlindNs) : timeout_ns;
}

void fdmon_linux_aio_lose_epoll(AioContextLoop *loop)
{
    std::for_each(loop->linux_aio.begin(), loop->linux_aio.end(), disarm);
    choose(loop);
}

void fdmon_linux_aio_forget(AioContextLoop *loop, const AioHandler *node)
{
    for (LinuxAioSleep *s : loop->linux_aio) {
        if (s->handler == node) {
            s->handler = nullptr;
        }
    }
}
