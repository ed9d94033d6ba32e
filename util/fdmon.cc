// Which descriptors are ready.
//
// A few are all given to one sleep. From kEpollFrom on they are in an epoll
// set, and the sleep is on that: what it costs depends on those that are
// ready, not on those that are watched. Only aio_poll() sleeps here, a
// GMainContext has its own way; and so has a loop with requests in the kernel
// that signal nobody (fdmon_linux_aio.cc), for which the set is made as well.

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "util/aio_loop.h"
#include "util/io_kernel.h"

namespace {

// Where a second system call costs no more than looking at all of them.
constexpr int kEpollFrom = 16;

// Of one look; who is left over is ready in the next one still.
constexpr int kEpollEvents = 128;

void drop_epoll(AioContextLoop *loop)
{
    fdmon_linux_aio_lose_epoll(loop);
    fdmon_end(loop);
    loop->notifier_in_epoll = false;
    for (AioHandler &node : loop->handlers) {
        node.in_epoll = false;
    }
}

// Not every descriptor can be in such a set, a regular file cannot: then all
// of them are polled, for good.
bool add_to_epoll(AioContextLoop *loop, int fd, int events, AioHandler *owner)
{
    epoll_event event = {};

    // The bits of poll(2) and epoll(7) are the same.
    event.events = static_cast<uint32_t>(events);
    event.data.ptr = owner;
    if (epoll_ctl(loop->epoll_fd, EPOLL_CTL_ADD, fd, &event) < 0) {
        loop->epoll_failed = true;
        drop_epoll(loop);
        return false;
    }
    return true;
}

void take_from_epoll(AioContextLoop *loop, AioHandler *node)
{
    node->in_epoll = false;
    // One that was closed too early has left the set by itself, or, if it has
    // a duplicate, is in it and cannot be named any more. The next wait makes
    // a new set.
    if (epoll_ctl(loop->epoll_fd, EPOLL_CTL_DEL, node->fd, nullptr) < 0) {
        drop_epoll(loop);
    }
}

bool may_wake(const AioContextLoop *loop, const AioHandler &node)
{
    return !node.removed && node.gfd.events &&
           !aio_handler_silenced(loop, node);
}

// Those that are to be left out for a while would wake the set.
void silence_epoll(AioContextLoop *loop)
{
    const bool silenced = loop->external_disabled.load();

    if (loop->epoll_silenced == silenced) {
        return;
    }
    loop->epoll_silenced = silenced;
    for (AioHandler &node : loop->handlers) {
        if (node.in_epoll && !may_wake(loop, node)) {
            take_from_epoll(loop, &node);
        } else if (!node.in_epoll && may_wake(loop, node) &&
                   loop->epoll_fd >= 0) {
            node.in_epoll = add_to_epoll(loop, node.fd, node.gfd.events,
                                         &node);
        }
    }
}

// Returns: whether all that are watched are in the set now.
bool fill_epoll(AioContextLoop *loop)
{
    if (loop->epoll_failed) {
        return false;
    }
    silence_epoll(loop);
    if (loop->epoll_fd < 0) {
        loop->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
        loop->epoll_failed = loop->epoll_fd < 0;
    }
    // New ones are behind those that were there.
    for (auto node = loop->handlers.rbegin();
         node != loop->handlers.rend() && !loop->epoll_failed; ++node) {
        if (node->in_epoll) {
            break;
        }
        if (may_wake(loop, *node)) {
            node->in_epoll = add_to_epoll(loop, node->fd, node->gfd.events,
                                          &*node);
        }
    }
    return !loop->epoll_failed;
}

bool use_epoll(AioContextLoop *loop)
{
    loop->epoll_pays |= loop->watched >= kEpollFrom;
    return loop->epoll_pays && fill_epoll(loop);
}

void watch(AioContextLoop *loop, int fd, int events, AioHandler *owner)
{
    loop->fds.push_back({fd, static_cast<short>(events), 0});
    loop->fd_owners.push_back(owner);
}

void fill_fds(AioContextLoop *loop, bool epoll)
{
    loop->fds.clear();
    loop->fd_owners.clear();
    watch(loop, loop->notifier_gfd.fd, POLLIN, nullptr);
    if (epoll) {
        watch(loop, loop->epoll_fd, POLLIN, nullptr);
        return;
    }
    for (AioHandler &node : loop->handlers) {
        if (may_wake(loop, node)) {
            watch(loop, node.fd, node.gfd.events, &node);
        }
    }
}

void set_ready(AioContextLoop *loop, AioHandler *node, unsigned revents)
{
    node->gfd.revents = static_cast<gushort>(revents);
    if (revents) {
        aio_mark_ready(loop, node);
    }
}

void collect_epoll(AioContextLoop *loop)
{
    epoll_event events[kEpollEvents];
    int count = epoll_wait(loop->epoll_fd, events, kEpollEvents, 0);

    for (int i = 0; i < count; i++) {
        // NULL: the notifier, which is seen by itself.
        if (auto *node = static_cast<AioHandler *>(events[i].data.ptr)) {
            set_ready(loop, node, events[i].events);
        }
    }
}

void collect_fds(AioContextLoop *loop, bool any)
{
    for (size_t i = 1; i < loop->fds.size(); i++) {
        auto revents = static_cast<unsigned short>(loop->fds[i].revents);
        set_ready(loop, loop->fd_owners[i], any ? revents : 0);
    }
}

}  // namespace

void aio_mark_ready(AioContextLoop *loop, AioHandler *node)
{
    if (!node->in_ready) {
        node->in_ready = true;
        QTAILQ_INSERT_TAIL(&loop->ready, node, ready_link);
    }
}

int aio_ready_events(const AioContextLoop *loop, const AioHandler &node)
{
    if (node.removed || aio_handler_silenced(loop, node)) {
        return 0;
    }
    return node.gfd.revents & node.gfd.events;
}

bool fdmon_fill_epoll(AioContextLoop *loop)
{
    if (!fill_epoll(loop)) {
        return false;
    }
    if (!loop->notifier_in_epoll) {
        loop->notifier_in_epoll = add_to_epoll(loop, loop->notifier_gfd.fd,
                                               POLLIN, nullptr);
    }
    return loop->notifier_in_epoll;
}

void fdmon_forget_revents(AioContextLoop *loop)
{
    AioHandler *node;

    QTAILQ_FOREACH(node, &loop->ready, ready_link) {
        node->gfd.revents = 0;
    }
}

void fdmon_look(AioContextLoop *loop, int64_t timeout_ns,
                bool *notifier_ready)
{
    bool epoll = use_epoll(loop);

    fill_fds(loop, epoll);
    int ready = io_kernel_current()->poll(
        loop->fds.data(), static_cast<unsigned>(loop->fds.size()), timeout_ns);
    *notifier_ready = ready > 0 && loop->fds[0].revents;
    fdmon_forget_revents(loop);
    if (!epoll) {
        collect_fds(loop, ready > 0);
    } else if (ready > 0 && loop->fds[1].revents) {
        collect_epoll(loop);
    }
}

void fdmon_wait(AioContextLoop *loop, int64_t timeout_ns,
                bool *notifier_ready)
{
    if (!fdmon_linux_aio_wait(loop, timeout_ns, notifier_ready)) {
        fdmon_look(loop, timeout_ns, notifier_ready);
    }
}

bool fdmon_collect_revents(AioContextLoop *loop)
{
    bool any = false;

    for (AioHandler &node : loop->handlers) {
        if (!node.removed && node.gfd.revents) {
            aio_mark_ready(loop, &node);
            any |= aio_ready_events(loop, node) != 0;
        }
    }
    return any;
}

void fdmon_forget(AioContextLoop *loop, AioHandler *node)
{
    if (node->in_ready) {
        QTAILQ_REMOVE(&loop->ready, node, ready_link);
        node->in_ready = false;
    }
    fdmon_linux_aio_forget(loop, node);
    if (node->in_epoll) {
        take_from_epoll(loop, node);
    }
}

void fdmon_end(AioContextLoop *loop)
{
    if (loop->epoll_fd >= 0) {
        close(loop->epoll_fd);
        loop->epoll_fd = -1;
    }
}
