// All of the backend in one file: a subject is compiled from one, and a patch
// to it is reviewed against one.

#include "qemu/osdep.h"
#include "block/linux_aio.h"

#include <libaio.h>

#include <algorithm>
#include <iterator>
#include <numeric>

#include "block/completion_ring.h"
#include "qemu/coroutine.h"
#include "qemu/defer-call.h"
#include "qemu/event_notifier.h"
#include "qemu/queue.h"
#include "util/fdmon_linux_aio.h"

// Requests that one state has in the kernel.
static constexpr unsigned MAX_EVENTS = 1024;
// Requests that a plug holds back, unless the AioContext says otherwise.
static constexpr uint64_t DEFAULT_MAX_BATCH = 32;
// Callbacks in a row before others get their turn.
static constexpr unsigned MAX_RUN = 96;
// Events that one io_getevents() fetches where there is no ring.
static constexpr long MAX_FETCH = 128;

enum LaiocbPlace {
    LAIOCB_QUEUED,     // in io_q.pending
    LAIOCB_IN_FLIGHT,  // the kernel has it, or an event says it is done
    LAIOCB_ENDED,      // in LinuxAioState.over, ret is the result
    LAIOCB_OVER,       // its owner has been told, or is just being told
};

struct qemu_laiocb {
    BlockAIOCB common;  // of laio_submit()
    Coroutine *co;      // of laio_co_submit(), else NULL
    LinuxAioState *ctx;
    struct iocb iocb;
    LaiocbPlace place;
    uint32_t slot;  // in LinuxAioState.slots, while in flight
    ssize_t ret;  // -EINPROGRESS, then what the kernel says, then 0 or -errno
    size_t nbytes;  // 0 for a flush
    size_t done;  // bytes that short transfers have moved
    QEMUIOVector *qiov;  // NULL for a flush
    QEMUIOVector *tail;  // of qiov behind `done`; NULL before
    bool is_read;
    QSIMPLEQ_ENTRY(qemu_laiocb) next;
};

using LaiocbList = QSIMPLEQ_HEAD(LaiocbListHead, qemu_laiocb);

struct LaioQueue {
    unsigned plugged;
    // A batch of defer_call_begin() is open that has something of ours.
    bool deferred;
    unsigned in_queue;
    unsigned in_flight;
    // So many at the front were due already when they were not taken; they do
    // not wait for an unplug.
    unsigned overdue;
    // The kernel took no more; true until something completes.
    bool blocked;
    LaiocbList pending;
};

struct LinuxAioState {
    AioContext *aio_context;  // NULL while detached
    io_context_t ctx;
    LinuxAioSleep sleep;     // how the loop hears of events
    EventNotifier notifier;  // the kernel signals it behind those it may miss

    LaioQueue io_q;

    // Everything below is used by the completion runs, which nest.
    QEMUBH *completion_bh;  // NULL while detached
    bool run_scheduled;     // laio_keep_scheduled() has asked for it
    unsigned running;       // completion runs on the stack
    unsigned in_a_row;      // callbacks since the loop came here
    LaiocbList over;        // ended without an event; a run completes them
    CompletionRing ring;
    struct io_event events[MAX_FETCH];  // where there is no ring
    int event_idx;
    int event_max;

    // All that are in flight, each in a slot that iocb.data names. Where
    // io_cancel() ends a request at once, some kernels post its event as well:
    // nobody is in the slot then, or one with another number.
    qemu_laiocb *slots[MAX_EVENTS];
    uint32_t unused_slots[MAX_EVENTS];  // the first MAX_EVENTS - in_flight
    uint32_t last_number;
};

static constexpr unsigned SLOT_BITS = 32;
// Of the flags of an iocb: it signals an eventfd.
static constexpr unsigned FLAG_RESFD = 1;
static_assert(sizeof(uintptr_t) == sizeof(uint64_t),
              "iocb.data has two halves");

static void laio_take_slot(qemu_laiocb *laiocb)
{
    LinuxAioState *s = laiocb->ctx;
    const uintptr_t number = ++s->last_number;

    laiocb->place = LAIOCB_IN_FLIGHT;
    laiocb->slot = s->unused_slots[s->io_q.in_flight++];
    laiocb->iocb.data =
        reinterpret_cast<void *>(number << SLOT_BITS | laiocb->slot);
    s->slots[laiocb->slot] = laiocb;
    if (likely(s->sleep.may_be_silent)) {
        laiocb->iocb.u.c.flags = 0;
        s->sleep.silent++;
    } else {
        io_set_eventfd(&laiocb->iocb, event_notifier_get_fd(&s->notifier));
    }
}

static void laio_leave_slot(qemu_laiocb *laiocb)
{
    LinuxAioState *s = laiocb->ctx;

    laiocb->place = LAIOCB_QUEUED;
    s->sleep.silent -= !(laiocb->iocb.u.c.flags & FLAG_RESFD);
    s->slots[laiocb->slot] = nullptr;
    s->unused_slots[--s->io_q.in_flight] = laiocb->slot;
}

// Returns:  NULL when the event is of a request that was ended without it.
static qemu_laiocb *laio_request_of(LinuxAioState *s,
                                    const struct io_event *event)
{
    const auto data = reinterpret_cast<uintptr_t>(event->data);
    const auto slot = static_cast<uint32_t>(data);
    qemu_laiocb *laiocb = slot < MAX_EVENTS ? s->slots[slot] : nullptr;

    return likely(laiocb && laiocb->iocb.data == event->data) ? laiocb
                                                              : nullptr;
}

static void laio_schedule_run(LinuxAioState *s)
{
    if (s->completion_bh) {
        qemu_bh_schedule(s->completion_bh);
    }
}

// The same, for where it is asked again and again.
static void laio_keep_scheduled(LinuxAioState *s)
{
    if (!s->run_scheduled) {
        s->run_scheduled = true;
        laio_schedule_run(s);
    }
}

// Ends a request for which there will be no event; -errno in its place.
static void laio_end_request(qemu_laiocb *laiocb, int ret)
{
    laiocb->place = LAIOCB_ENDED;
    laiocb->ret = ret;
    QSIMPLEQ_INSERT_TAIL(&laiocb->ctx->over, laiocb, next);
    laio_schedule_run(laiocb->ctx);
}

// One buffer costs the kernel less than a list of one buffer.
static void laio_prepare_read(struct iocb *iocb, int fd,
                              const QEMUIOVector *qiov, long long offset)
{
    if (likely(qiov->niov == 1)) {
        io_prep_pread(iocb, fd, qiov->iov->iov_base, qiov->iov->iov_len,
                      offset);
    } else {
        io_prep_preadv(iocb, fd, qiov->iov, qiov->niov, offset);
    }
}

static void laio_prepare_write(struct iocb *iocb, int fd,
                               const QEMUIOVector *qiov, long long offset,
                               BdrvRequestFlags flags)
{
    if (likely(qiov->niov == 1)) {
        io_prep_pwrite(iocb, fd, qiov->iov->iov_base, qiov->iov->iov_len,
                       offset);
    } else {
        io_prep_pwritev(iocb, fd, qiov->iov, qiov->niov, offset);
    }
    iocb->aio_rw_flags = flags & BDRV_REQ_FUA ? RWF_DSYNC : 0;
}

// What `opcode` does, with a list of buffers in place of one.
static short laio_list_opcode(short opcode)
{
    switch (opcode) {
    case IO_CMD_PREAD:
        return IO_CMD_PREADV;
    case IO_CMD_PWRITE:
        return IO_CMD_PWRITEV;
    default:
        return opcode;
    }
}

// Puts what a short transfer left before all that waits.
//
// Returns:  false when it left nothing; laiocb->ret is then what the kernel
//           would have said if it had moved all in one piece.
static bool laio_queue_tail(qemu_laiocb *laiocb)
{
    LaioQueue *io_q = &laiocb->ctx->io_q;

    // Direct I/O cannot begin a tail where the file ends: it is misaligned.
    if (laiocb->ret == -EINVAL && laiocb->done > 0) {
        laiocb->ret = 0;
    }
    if (laiocb->ret < 0) {
        return false;
    }
    laiocb->done += laiocb->ret;
    if (laiocb->ret == 0 || laiocb->done >= laiocb->nbytes) {
        laiocb->ret = static_cast<ssize_t>(laiocb->done);
        return false;
    }
    if (laiocb->tail) {
        qemu_iovec_reset(laiocb->tail);
    } else {
        laiocb->tail = g_new(QEMUIOVector, 1);
        qemu_iovec_init(laiocb->tail, laiocb->qiov->niov);
    }
    qemu_iovec_concat(laiocb->tail, laiocb->qiov, laiocb->done,
                      laiocb->nbytes - laiocb->done);
    laiocb->iocb.aio_lio_opcode =
        laio_list_opcode(laiocb->iocb.aio_lio_opcode);
    laiocb->iocb.u.c.buf = laiocb->tail->iov;
    laiocb->iocb.u.c.nbytes = laiocb->tail->niov;
    laiocb->iocb.u.c.offset += laiocb->ret;
    laiocb->ret = -EINPROGRESS;
    QSIMPLEQ_INSERT_HEAD(&io_q->pending, laiocb, next);
    io_q->in_queue++;
    io_q->overdue++;
    return true;
}

static void laio_free_tail(qemu_laiocb *laiocb)
{
    if (laiocb->tail) {
        qemu_iovec_destroy(laiocb->tail);
        g_free(laiocb->tail);
    }
}

// Completes a request of which the kernel has said laiocb->ret, unless a part
// of it is still to be transferred. The request is gone when its owner has
// been told, and the callback may have done anything to the state but free it.
static void qemu_laio_process_completion(qemu_laiocb *laiocb)
{
    ssize_t ret;

    if (unlikely(laiocb->ret != static_cast<ssize_t>(laiocb->nbytes) ||
                 laiocb->done > 0)) {
        if (laio_queue_tail(laiocb)) {
            return;
        }
        laio_free_tail(laiocb);
    }
    ret = laiocb->ret;
    if (ret == static_cast<ssize_t>(laiocb->nbytes)) {
        ret = 0;
    } else if (ret > static_cast<ssize_t>(laiocb->nbytes)) {
        ret = -EIO;
    } else if (ret >= 0) {
        if (laiocb->is_read) {
            // Behind the end of the file are zeros.
            qemu_iovec_memset(laiocb->qiov, ret, 0,
                              laiocb->qiov->size - ret);
            ret = 0;
        } else {
            ret = -ENOSPC;
        }
    }

    laiocb->ret = ret;
    laiocb->place = LAIOCB_OVER;
    if (laiocb->co) {
        aio_co_wake(laiocb->co);
    } else {
        laiocb->common.cb(laiocb->common.opaque, static_cast<int>(ret));
        qemu_aio_unref(laiocb);
    }
}

static qemu_laiocb *ioq_take_first(LaioQueue *io_q)
{
    qemu_laiocb *laiocb = QSIMPLEQ_FIRST(&io_q->pending);

    QSIMPLEQ_REMOVE_HEAD(&io_q->pending, next);
    io_q->in_queue--;
    io_q->overdue -= io_q->overdue > 0;
    return laiocb;
}

// How many requests should be in the kernel but are not.
static unsigned ioq_due(const LaioQueue *io_q)
{
    return io_q->plugged || io_q->deferred ? io_q->overdue : io_q->in_queue;
}

// Whether the kernel may take something: where it has nothing of ours, no
// completion will come and asking is the only way.
static bool ioq_may_submit(const LaioQueue *io_q)
{
    return ioq_due(io_q) > 0 && (!io_q->blocked || io_q->in_flight == 0);
}

static unsigned ioq_collect(LinuxAioState *s, struct iocb **iocbs)
{
    const unsigned room = MAX_EVENTS - s->io_q.in_flight;
    const unsigned wanted = std::min(ioq_due(&s->io_q), room);
    qemu_laiocb *laiocb = QSIMPLEQ_FIRST(&s->io_q.pending);

    for (unsigned n = 0; n < wanted; n++) {
        laio_take_slot(laiocb);
        iocbs[n] = &laiocb->iocb;
        laiocb = QSIMPLEQ_NEXT(laiocb, next);
    }
    return wanted;
}

// Of those that were collected, the kernel has taken some.
static void ioq_split(LaioQueue *io_q, struct iocb **iocbs, unsigned len,
                      unsigned taken)
{
    LaiocbList sent;

    while (len > taken) {
        laio_leave_slot(container_of(iocbs[--len], qemu_laiocb, iocb));
    }
    if (taken > 0) {
        QSIMPLEQ_SPLIT_AFTER(
            &io_q->pending,
            container_of(iocbs[taken - 1], qemu_laiocb, iocb), next, &sent);
        io_q->in_queue -= taken;
        io_q->overdue -= std::min(io_q->overdue, taken);
    }
}

// Sends what is due, until the kernel or MAX_EVENTS says no.
static void ioq_submit(LinuxAioState *s)
{
    QEMU_UNINITIALIZED struct iocb *iocbs[MAX_EVENTS];
    LaioQueue *io_q = &s->io_q;

    io_q->blocked = false;
    while (ioq_due(io_q) > 0 && !io_q->blocked) {
        const unsigned len = ioq_collect(s, iocbs);
        const int ret = len > 0 ? io_submit(s->ctx, len, iocbs) : -EAGAIN;

        g_assert(ret <= static_cast<int>(len));
        ioq_split(io_q, iocbs, len, std::max(ret, 0));
        if (ret > 0) {
            continue;
        }
        if (ret == 0 || ret == -EAGAIN || ret == -EINTR) {
            io_q->blocked = true;
            io_q->overdue = ioq_due(io_q);
        } else {
            // The error is the first request's; the others are still unseen.
            laio_end_request(ioq_take_first(io_q), ret);
        }
    }
    if (io_q->blocked && io_q->in_flight == 0) {
        laio_schedule_run(s);
    }
}

// Fetches events with a system call. Rare, so that it makes nobody longer.
//
// Returns:  false when there is none.
[[gnu::noinline]] static bool laio_fetch_events(LinuxAioState *s)
{
    struct timespec no_wait = {};
    int ret;

    do {
        ret = io_getevents(s->ctx, 0, MAX_FETCH, s->events, &no_wait);
    } while (ret == -EINTR);
    s->event_idx = 0;
    s->event_max = std::max(ret, 0);
    return s->event_max > 0;
}

// Returns:  the oldest event, NULL when there is none.
static const struct io_event *laio_first_event(LinuxAioState *s)
{
    if (likely(s->ring.header)) {
        return completion_ring_first(&s->ring);
    }
    if (s->event_idx == s->event_max && !laio_fetch_events(s)) {
        return nullptr;
    }
    return &s->events[s->event_idx];
}

// Takes the oldest event away, so that nobody else gets it.
static void laio_drop_first_event(LinuxAioState *s)
{
    if (likely(s->ring.header)) {
        completion_ring_drop_first(&s->ring);
    } else {
        s->event_idx++;
    }
}

// Returns:  the oldest request that is done, with what the kernel says of it;
//           NULL when none is.
static inline QEMU_ALWAYS_INLINE qemu_laiocb *laio_first_done(LinuxAioState *s)
{
    const struct io_event *event;
    qemu_laiocb *laiocb = QSIMPLEQ_FIRST(&s->over);

    while (likely(!laiocb) && (event = laio_first_event(s))) {
        laiocb = laio_request_of(s, event);
        if (likely(laiocb)) {
            laiocb->ret = static_cast<ssize_t>(event->res);
            break;
        }
        aio_stray_event(&s->sleep, event);
        laio_drop_first_event(s);
    }
    return laiocb;
}

static bool laio_has_done(LinuxAioState *s)
{
    return laio_first_done(s) != nullptr;
}

// Takes what laio_first_done() gave away, so that nobody else gets it.
static void laio_take_done(LinuxAioState *s, qemu_laiocb *laiocb)
{
    if (likely(laiocb->place == LAIOCB_IN_FLIGHT)) {
        laio_drop_first_event(s);
        laio_leave_slot(laiocb);
        s->io_q.blocked = false;
    } else {
        QSIMPLEQ_REMOVE_HEAD(&s->over, next);
    }
}

// Completes what is done.
//
// A callback may poll, and a run inside that poll goes on where this one is:
// each takes a request out before it calls anybody. The BH stays scheduled
// meanwhile, so that a nested poll runs it, and also afterwards if MAX_RUN
// callbacks were not enough.
static void qemu_laio_process_completions(LinuxAioState *s)
{
    QEMUBH *bh = s->completion_bh;
    qemu_laiocb *laiocb;

    s->running++;
    while ((laiocb = laio_first_done(s)) && s->in_a_row < MAX_RUN) {
        laio_take_done(s, laiocb);
        // Again where a nested run has come to its end.
        laio_keep_scheduled(s);
        s->in_a_row++;
        qemu_laio_process_completion(laiocb);
        if (s->completion_bh != bh) {
            // Detached by a callback; the next attach goes on.
            s->running--;
            return;
        }
    }
    s->running--;

    if (s->in_a_row < MAX_RUN) {
        s->run_scheduled = false;
        qemu_bh_cancel(s->completion_bh);
    }
}

static void qemu_laio_process_completions_and_submit(LinuxAioState *s)
{
    s->in_a_row = 0;
    qemu_laio_process_completions(s);

    if (s->completion_bh && ioq_may_submit(&s->io_q)) {
        ioq_submit(s);
    }
}

static void qemu_laio_completion_bh(void *opaque)
{
    auto *s = static_cast<LinuxAioState *>(opaque);

    s->run_scheduled = false;
    qemu_laio_process_completions_and_submit(s);
}

static bool qemu_laio_poll_cb(void *opaque)
{
    auto *e = static_cast<EventNotifier *>(opaque);
    LinuxAioState *s = container_of(e, LinuxAioState, notifier);

    return s->ring.header && !completion_ring_is_empty(&s->ring) &&
           laio_has_done(s);
}

static bool laio_sleep_has_events(LinuxAioSleep *sleep)
{
    return laio_has_done(container_of(sleep, LinuxAioState, sleep));
}

// The loop has slept and taken an event away. Its request ends without one; the
// loop is about to call qemu_laio_poll_ready().
static bool laio_sleep_took_event(LinuxAioSleep *sleep,
                                  const struct io_event *event)
{
    LinuxAioState *s = container_of(sleep, LinuxAioState, sleep);
    qemu_laiocb *laiocb = laio_request_of(s, event);

    if (s->ring.header) {
        completion_ring_head_moved(&s->ring);
    }
    if (!laiocb) {
        return false;
    }
    laio_leave_slot(laiocb);
    s->io_q.blocked = false;
    laiocb->place = LAIOCB_ENDED;
    laiocb->ret = static_cast<ssize_t>(event->res);
    QSIMPLEQ_INSERT_TAIL(&s->over, laiocb, next);
    return true;
}

static void qemu_laio_completion_cb(EventNotifier *e)
{
    // Cleared before the ring is read: what comes later sets it again.
    if (event_notifier_test_and_clear(e)) {
        qemu_laio_process_completions_and_submit(
            container_of(e, LinuxAioState, notifier));
    }
}

static void qemu_laio_poll_ready(EventNotifier *e)
{
    LinuxAioState *s = container_of(e, LinuxAioState, notifier);

    qemu_laio_process_completions_and_submit(s);
}

static void laio_cancel(BlockAIOCB *acb)
{
    qemu_laiocb *laiocb = container_of(acb, qemu_laiocb, common);
    LinuxAioState *s = laiocb->ctx;
    struct io_event event;

    if (laiocb->place == LAIOCB_QUEUED) {
        LaioQueue *io_q = &s->io_q;
        QSIMPLEQ_REMOVE(&io_q->pending, laiocb, qemu_laiocb, next);
        io_q->in_queue--;
        io_q->overdue = std::min(io_q->overdue, io_q->in_queue);
        laio_end_request(laiocb, -ECANCELED);
        return;
    }
    // Kernels of today never return 0: a request that they cancel has its
    // event like any other.
    if (laiocb->place == LAIOCB_IN_FLIGHT &&
        io_cancel(s->ctx, &laiocb->iocb, &event) == 0) {
        laio_leave_slot(laiocb);
        s->io_q.blocked = false;
        laio_end_request(laiocb, -ECANCELED);
    }
}

static constexpr AIOCBInfo laio_make_aiocb_info()
{
    AIOCBInfo info = {};

    info.cancel_async = laio_cancel;
    info.aiocb_size = sizeof(qemu_laiocb);
    return info;
}

static constinit const AIOCBInfo laio_aiocb_info = laio_make_aiocb_info();

// Requests that a plug holds back at most.
static uint64_t laio_max_batch(LinuxAioState *s, uint64_t dev_max_batch)
{
    const int64_t of_context = s->aio_context ? s->aio_context->aio_max_batch
                                              : 0;
    const uint64_t limit = of_context > 0 ? of_context : DEFAULT_MAX_BATCH;

    return MIN_NON_ZERO(dev_max_batch, limit);
}

void laio_io_unplug(BlockDriverState *bs, LinuxAioState *s,
                    uint64_t dev_max_batch)
{
    LaioQueue *io_q = &s->io_q;

    g_assert(io_q->plugged > 0);
    io_q->plugged--;
    // A device that batches less than the others lets its batch go although
    // an outer plug is still open.
    if (io_q->in_queue >= laio_max_batch(s, dev_max_batch)) {
        io_q->overdue = io_q->in_queue;
    }
    if (ioq_may_submit(io_q)) {
        ioq_submit(s);
    }
}

void laio_io_plug(BlockDriverState *bs, LinuxAioState *s)
{
    LaioQueue *io_q = &s->io_q;

    io_q->plugged++;
}

static void laio_deferred_fn(void *opaque)
{
    auto *s = static_cast<LinuxAioState *>(opaque);

    s->io_q.deferred = false;
    if (ioq_may_submit(&s->io_q)) {
        ioq_submit(s);
    }
}

// `laiocb` is zero but for its owner, its state and its vector. What short
// transfers use is set all the same: a fix moves to files where it is not zero.
static inline QEMU_ALWAYS_INLINE int
laio_do_submit(int fd, qemu_laiocb *laiocb, uint64_t offset, int type,
               BdrvRequestFlags flags, uint64_t dev_max_batch)
{
    LinuxAioState *s = laiocb->ctx;

    switch (type) {
    case QEMU_AIO_READ:
        laio_prepare_read(&laiocb->iocb, fd, laiocb->qiov, offset);
        laiocb->is_read = true;
        break;
    case QEMU_AIO_WRITE:
    case QEMU_AIO_ZONE_APPEND:  // its caller knows where the zone ends
        laio_prepare_write(&laiocb->iocb, fd, laiocb->qiov, offset, flags);
        break;
    case QEMU_AIO_FLUSH:
        io_prep_fdsync(&laiocb->iocb, fd);
        break;
    default:
        return -ENOTSUP;
    }

    laiocb->done = 0;
    laiocb->tail = nullptr;
    QSIMPLEQ_INSERT_TAIL(&s->io_q.pending, laiocb, next);
    s->io_q.in_queue++;
    if (s->io_q.in_queue >= laio_max_batch(s, dev_max_batch)) {
        s->io_q.overdue = s->io_q.in_queue;
    } else if (s->running && s->completion_bh) {
        // The run whose callback this is sends it together with others; or a
        // run in a nested poll, if the callback waits for it.
        laio_keep_scheduled(s);
        return 0;
    } else if (!s->io_q.plugged && !s->io_q.deferred) {
        // Calls back at once unless the caller has opened a batch.
        s->io_q.deferred = true;
        defer_call(laio_deferred_fn, s);
        return 0;
    }
    if (ioq_may_submit(&s->io_q)) {
        ioq_submit(s);
    }
    return 0;
}

static inline QEMU_ALWAYS_INLINE BlockAIOCB *
laio_aio_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                uint64_t offset, QEMUIOVector *qiov, int type,
                BdrvRequestFlags flags, uint64_t dev_max_batch,
                BlockCompletionFunc *cb, void *opaque)
{
    auto *laiocb = static_cast<qemu_laiocb *>(
        qemu_aio_get(&laio_aiocb_info, bs, cb, opaque));

    laiocb->ctx = s;
    laiocb->ret = -EINPROGRESS;
    laiocb->nbytes = qiov ? qiov->size : 0;
    laiocb->qiov = qiov;

    if (laio_do_submit(fd, laiocb, offset, type, flags, dev_max_batch) < 0) {
        qemu_aio_unref(laiocb);
        return nullptr;
    }
    return &laiocb->common;
}

BlockAIOCB *laio_submit_bytes(BlockDriverState *bs, LinuxAioState *s, int fd,
                              uint64_t offset, QEMUIOVector *qiov, int type,
                              BdrvRequestFlags flags, uint64_t dev_max_batch,
                              BlockCompletionFunc *cb, void *opaque)
{
    return laio_aio_submit(bs, s, fd, offset, qiov, type, flags, dev_max_batch,
                           cb, opaque);
}

BlockAIOCB *laio_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                        int64_t sector_num, QEMUIOVector *qiov,
                        int nb_sectors, BlockCompletionFunc *cb, void *opaque,
                        int type)
{
    g_assert(qiov->size == nb_sectors * BDRV_SECTOR_SIZE);
    return laio_aio_submit(bs, s, fd, sector_num * BDRV_SECTOR_SIZE, qiov,
                           type, BdrvRequestFlags(), 0, cb, opaque);
}

int coroutine_fn laio_co_submit_flags(BlockDriverState *bs, LinuxAioState *s,
                                      int fd, uint64_t offset,
                                      QEMUIOVector *qiov, int type,
                                      BdrvRequestFlags flags,
                                      uint64_t dev_max_batch)
{
    qemu_laiocb laiocb = {};
    int ret;

    laiocb.co = qemu_coroutine_self();
    laiocb.ctx = s;
    laiocb.ret = -EINPROGRESS;
    laiocb.nbytes = qiov ? qiov->size : 0;
    laiocb.qiov = qiov;

    ret = laio_do_submit(fd, &laiocb, offset, type, flags, dev_max_batch);
    if (ret == 0) {
        while (laiocb.place != LAIOCB_OVER) {
            qemu_coroutine_yield();
        }
        ret = laiocb.ret;
    }
    return ret;
}

int coroutine_fn laio_co_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                                uint64_t offset, QEMUIOVector *qiov, int type,
                                uint64_t dev_max_batch)
{
    return laio_co_submit_flags(bs, s, fd, offset, qiov, type,
                                BdrvRequestFlags(), dev_max_batch);
}

void laio_detach_aio_context(LinuxAioState *s, AioContext *old_context)
{
    g_assert(s->aio_context == old_context);
    aio_remove_linux_aio(old_context, &s->sleep);
    aio_set_event_notifier(old_context, &s->notifier, nullptr, nullptr,
                           nullptr);
    qemu_bh_delete(s->completion_bh);
    s->completion_bh = nullptr;
    s->run_scheduled = false;
    s->aio_context = nullptr;
}

void laio_attach_aio_context(LinuxAioState *s, AioContext *new_context)
{
    g_assert(s->aio_context == nullptr);
    s->aio_context = new_context;
    s->completion_bh = aio_bh_new(new_context, qemu_laio_completion_bh, s);
    aio_set_event_notifier(new_context, &s->notifier, qemu_laio_completion_cb,
                           qemu_laio_poll_cb, qemu_laio_poll_ready);
    aio_add_linux_aio(new_context, &s->sleep);
    // The notifier may have been cleared for events that nobody took.
    if (s->io_q.in_flight || s->io_q.in_queue || !QSIMPLEQ_EMPTY(&s->over)) {
        laio_schedule_run(s);
    }
}

LinuxAioState *laio_init(Error **errp)
{
    auto *s = new LinuxAioState();
    int ret;

    QSIMPLEQ_INIT(&s->io_q.pending);
    QSIMPLEQ_INIT(&s->over);
    std::iota(std::begin(s->unused_slots), std::end(s->unused_slots), 0);

    ret = event_notifier_init(&s->notifier, false);
    if (ret < 0) {
        error_setg_errno(errp, -ret, "cannot make an eventfd for Linux AIO");
        goto out_free_state;
    }
    // One more is the loop's own.
    ret = io_setup(MAX_EVENTS + 1, &s->ctx);
    if (ret != 0) {
        error_setg_errno(errp, -ret, "cannot set up %u AIO events%s",
                         MAX_EVENTS + 1,
                         ret == -EAGAIN ? " (raise fs.aio-max-nr)" : "");
        goto out_close_notifier;
    }
    // Without a ring that it knows, laio_first_event() asks the kernel.
    completion_ring_init(&s->ring, s->ctx);
    s->sleep.ctx = s->ctx;
    s->sleep.notifier = &s->notifier;
    s->sleep.has_events = laio_sleep_has_events;
    s->sleep.take_event = laio_sleep_took_event;
    return s;

out_close_notifier:
    event_notifier_cleanup(&s->notifier);
out_free_state:
    delete s;
    return nullptr;
}

// Of requests that nobody will be told of; those of coroutines are theirs.
static void laio_free_requests(LinuxAioState *s)
{
    const auto free_request = [](qemu_laiocb *laiocb) {
        if (!laiocb->co) {
            laio_free_tail(laiocb);
            qemu_aio_unref(laiocb);
        }
    };
    qemu_laiocb *laiocb, *next;

    for (qemu_laiocb *in_flight : s->slots) {
        if (in_flight) {
            free_request(in_flight);
        }
    }
    QSIMPLEQ_FOREACH_SAFE(laiocb, &s->io_q.pending, next, next) {
        free_request(laiocb);
    }
    QSIMPLEQ_FOREACH_SAFE(laiocb, &s->over, next, next) {
        free_request(laiocb);
    }
}

void laio_cleanup(LinuxAioState *s)
{
    if (s->aio_context) {
        laio_detach_aio_context(s, s->aio_context);
    }
    // Else the end of the batch would come back to what is freed here.
    g_assert(!s->io_q.deferred);
    // Unmaps the ring.
    s->ring = CompletionRing();
    io_destroy(s->ctx);
    event_notifier_cleanup(&s->notifier);
    laio_free_requests(s);
    delete s;
}

bool laio_has_fdsync(int fd)
{
    io_context_t ctx = nullptr;
    struct iocb flush;
    struct iocb *flushes[] = {&flush};

    if (io_setup(1, &ctx) != 0) {
        return false;
    }
    io_prep_fdsync(&flush, fd);
    const bool taken = io_submit(ctx, 1, flushes) == 1;

    // Waits until the kernel is through with it.
    io_destroy(ctx);
    return taken;
}

bool laio_has_fua(void)
{
    // Linux 4.13, which gave flags to requests, is older than what else we
    // need. A file system that has no such writes says so for each.
    return true;
}
