// The inside of an AioContext, shared by async.cc (the context), aio_bh.cc (its
// bottom halves), aio_posix.cc (descriptors and the turn of the loop),
// aio_polling.cc, fdmon.cc, fdmon_linux_aio.cc and timer.cc.
//
// Owned by the AioContext; home thread only, except what is atomic.

#ifndef UTIL_AIO_LOOP_H
#define UTIL_AIO_LOOP_H

#include <poll.h>

#include <atomic>
#include <cstdint>
#include <list>
#include <mutex>
#include <utility>
#include <vector>

#include "block/aio.h"

struct LinuxAioSleep;

// One watched descriptor or notifier. A node never changes its callbacks: new
// ones make a new node, so that a running callback keeps what it was.
struct AioHandler {
    int fd = -1;
    // A notifier's callbacks get `notifier`, a descriptor's get `opaque`.
    EventNotifier *notifier = nullptr;
    bool is_external = false;  // aio_disable_external() silences it
    void *opaque = nullptr;
    IOHandler *io_read = nullptr;
    IOHandler *io_write = nullptr;
    IOHandler *io_poll_ready = nullptr;
    EventNotifierHandler *notifier_read = nullptr;
    EventNotifierHandler *notifier_poll_ready = nullptr;
    AioPollFn *io_poll = nullptr;
    AioFlushHandler *io_flush = nullptr;
    AioFlushEventNotifierHandler *notifier_flush = nullptr;

    GPollFD gfd = {};       // for whoever polls: aio_poll() or a GMainContext
    bool removed = false;   // freed when no walk is under way
    // In AioContextLoop::ready, if in_ready.
    QTAILQ_ENTRY(AioHandler) ready_link = {};
    bool in_ready = false;
    bool in_epoll = false;  // it is in the set of epoll_fd
    bool poll_ready = false;  // io_poll() said so and it was not acted upon
    // Calls of io_poll_ready() under way: io_poll() is not asked meanwhile,
    // it may say yes until the call is over (QEMU commit 6d740fb01b).
    int in_poll_ready = 0;

    bool splits_poll() const { return io_poll_ready || notifier_poll_ready; }
    bool busy() const;
};

// How long to ask poll handlers before a sleep.
struct AioPolling {
    int64_t max_ns = 0;  // 0: not at all
    int64_t grow = 2;
    int64_t shrink = 0;  // 0: back to the smallest
    int64_t now_ns = 0;  // adapted between 0 and max_ns
};

// Timers of one clock, soonest first.
struct QEMUTimerList {
    AioContext *ctx = nullptr;
    QEMUClockType clock = QEMU_CLOCK_REALTIME;
    std::mutex lock;  // of `first` and what hangs on it
    QEMUTimer *first = nullptr;
    std::atomic<int64_t> soonest_ns{INT64_MAX};  // INT64_MAX: there is none
};

struct AioContextLoop {
    // aio_context_acquire().
    std::recursive_mutex lock;

    // References that were given up: an order of these before the end that
    // TSan can see, unlike that of GLib's own count.
    std::atomic<unsigned> unrefs{0};

    // Wakes a sleeping loop. `notified` says that there was a reason to that
    // is not found by looking at bottom halves and timers, `notify_me` that
    // somebody sleeps, or is about to, and needs the notifier: 2 for each
    // aio_poll(), 1 for a GMainContext.
    EventNotifier notifier = {-1, -1, false};
    GPollFD notifier_gfd = {};
    std::atomic<bool> notified{false};
    std::atomic<unsigned> notify_me{0};

    // Bottom halves that became pending, newest first; any thread pushes.
    std::atomic<QEMUBH *> bh_pushed{nullptr};
    // Those that are being run, oldest first. A nested turn goes on with what
    // the outer one left.
    QEMUBH *bh_ready = nullptr;
    QEMUBH *bh_ready_last = nullptr;

    QEMUTimerList timers[QEMU_CLOCK_MAX];

    std::list<AioHandler> handlers;
    std::atomic<int> external_disabled{0};  // aio_disable_external() calls
    int walking = 0;  // turns that hold nodes of `handlers`
    bool has_removed = false;
    int watched = 0;   // handlers that are not removed
    int pollable = 0;  // those of them that have an io_poll
    std::vector<AioHandler *> pollers;  // these; removed ones until freed
    AioPolling polling;

    // Handlers that may have something to do, in the order in which that was
    // seen, none removed. Turns take from the front: a nested one takes what
    // the outer one has left. Only these cost a turn anything.
    QTAILQ_HEAD(, AioHandler) ready = QTAILQ_HEAD_INITIALIZER(ready);

    // Between filling and reading back nothing else runs: nesting is safe.
    std::vector<pollfd> fds;
    std::vector<AioHandler *> fd_owners;
    int epoll_fd = -1;  // of what may wake the loop, if there is such a set
    bool epoll_failed = false;  // never to be tried again
    bool epoll_pays = false;    // the loop has had that many handlers
    bool notifier_in_epoll = false;
    bool epoll_silenced = false;  // external ones were left out of the set

    // aio_add_linux_aio(), in that order.
    std::vector<LinuxAioSleep *> linux_aio;
    std::atomic<bool> in_glib{false};  // a GMainContext may drive it, too
    bool in_glib_known = false;  // and linux_aio has been told
    bool poll_refused = false;  // the kernel does not know IOCB_CMD_POLL

    // aio_context_at_end().
    std::vector<std::pair<void (*)(void *), void *>> at_end;
};

// aio_bh.cc

// How long a loop may sleep for its bottom halves: 0, 10 ms for an idle one,
// else -1, for ever.
int64_t aio_bh_timeout_ns(AioContextLoop *loop);

// Whether a GMainContext has to go round for what was deleted.
bool aio_bh_deleted_is_due(AioContextLoop *loop);

// Runs what is pending. Returns: whether anything but idle ones ran.
bool aio_bh_poll(AioContext *ctx);

// At the end of a context; aborts when one was not deleted.
void aio_bh_free_pending(AioContextLoop *loop);

// timer.cc

// How long a loop may sleep for its timers; -1 is for ever.
int64_t aio_timers_timeout_ns(AioContextLoop *loop);

// Runs those whose time has come. Returns: whether there was one.
bool aio_run_timers(AioContextLoop *loop);

// At the end of a context; aborts when one is armed.
void aio_timers_end(AioContextLoop *loop);

// async.cc

// How long a loop may sleep for bottom halves and timers; -1 is for ever.
int64_t aio_compute_timeout_ns(AioContext *ctx);

// The shorter of two times to sleep.
inline int64_t aio_soonest_ns(int64_t a_ns, int64_t b_ns)
{
    return static_cast<uint64_t>(a_ns) < static_cast<uint64_t>(b_ns) ? a_ns
                                                                     : b_ns;
}

// Forgets the notifications so far, unless another thread sleeps on them.
// After it, what was done before an aio_notify() is visible.
//   fd_ready  the notifier's descriptor was seen to be readable
void aio_notify_accept(AioContextLoop *loop, bool fd_ready);

// fdmon.cc

// Sleeps and puts the handlers of what became ready into loop->ready, with
// their revents. Those of an earlier look that are gone by now are forgotten.
//   notifier_ready  out: whether the loop's own notifier was readable
void fdmon_wait(AioContextLoop *loop, int64_t timeout_ns,
                bool *notifier_ready);

// The same for those that have descriptors, however long it takes.
void fdmon_look(AioContextLoop *loop, int64_t timeout_ns,
                bool *notifier_ready);

// Forgets what the handlers in loop->ready were seen to be ready for.
void fdmon_forget_revents(AioContextLoop *loop);

// Puts all that may wake the loop into its epoll set.
// Returns: false when that is not possible.
bool fdmon_fill_epoll(AioContextLoop *loop);

// What a GMainContext left in the handlers' revents. Returns: whether a
// handler is to be called.
bool fdmon_collect_revents(AioContextLoop *loop);

// Before the descriptor of a handler is no longer watched.
void fdmon_forget(AioContextLoop *loop, AioHandler *node);

// At the end of a context.
void fdmon_end(AioContextLoop *loop);

// fdmon_linux_aio.cc

// Sleeps as fdmon_wait() does, in the context of silent requests.
// Returns: false, at once, when there are none.
bool fdmon_linux_aio_wait(AioContextLoop *loop, int64_t timeout_ns,
                          bool *notifier_ready);

// Puts the handlers of silent requests that have events into loop->ready.
// Returns: whether there was one.
bool fdmon_linux_aio_look(AioContextLoop *loop);

// Before a GMainContext sleeps for `timeout_ns`, -1 is for ever. Returns: how
// long it may, since nothing would wake it for silent requests.
int64_t fdmon_linux_aio_enter_glib(AioContextLoop *loop, int64_t timeout_ns);

// Before the epoll set is closed or given up.
void fdmon_linux_aio_lose_epoll(AioContextLoop *loop);

// Before a handler is no longer watched.
void fdmon_linux_aio_forget(AioContextLoop *loop, const AioHandler *node);

// fdmon.cc

// Puts it into loop->ready unless it is there.
void aio_mark_ready(AioContextLoop *loop, AioHandler *node);

// The events of the last look that the handler is to hear of.
int aio_ready_events(const AioContextLoop *loop, const AioHandler &node);

// aio_posix.cc

// Calls the handlers of loop->ready. Returns: whether there was one.
bool aio_dispatch_handlers(AioContext *ctx);

// Whether `node` is one that aio_disable_external() keeps quiet now.
bool aio_handler_silenced(const AioContextLoop *loop, const AioHandler &node);

// The handler of `fd`; NULL when there is none.
AioHandler *aio_find_handler(AioContextLoop *loop, int fd);

// Replaces the handler of node.fd by `node`, or by none.
void aio_replace_handler(AioContext *ctx, const AioHandler &node);
void aio_remove_handler(AioContext *ctx, int fd);

// For qemu_aio_wait(). Returns: whether a handler has a flush callback, and
// in `busy` whether one of them waits for something.
bool aio_ask_flush_handlers(AioContext *ctx, bool *busy);

#endif  // UTIL_AIO_LOOP_H
