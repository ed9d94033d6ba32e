// All of the backend in one file: a subject is compiled from one, and a patch
// to it is reviewed against one.

#include "qemu/osdep.h"
#include "block/linux_aio.h"

#include <libaio.h>

#include <algorithm>
#include <vector>

#include "block/completion_ring.h"
#include "qemu/coroutine.h"
#include "qemu/defer-call.h"
#include "qemu/event_notifier.h"
#include "qemu/queue.h"

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
    ssize_t ret;  // -EINPROGRESS, then what the kernel says, then 0 or -errno
    int fd;
    int type;
    bool fua;  // a write that is to be on stable storage when it is over
    uint32_t slot;  // in LinuxAioState.requests
    uint64_t offset;
    size_t nbytes;  // 0 for a flush
    size_t done;  // bytes that short transfers have moved
    QEMUIOVector *qiov;  // NULL for a flush
    QEMUIOVector tail;  // of qiov behind `done`; tail.iov is NULL before
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
    EventNotifier notifier;  // the kernel signals it behind every event

    LaioQueue io_q;

    // Everything below is used by the completion runs, which nest.
    QEMUBH *completion_bh;  // NULL while detached
    unsigned running;       // completion runs on the stack
    unsigned in_a_row;      // callbacks since the loop came here
    LaiocbList over;        // ended without an event; a run completes them
    CompletionRing ring;
    struct io_event events[MAX_FETCH];  // where there is no ring
    int event_idx;
    int event_max;

    // All that are not over, each in a slot that iocb.data names. Where
    // io_cancel() ends a request at once, some kernels post its event as well:
    // nobody is in the slot then, or one with another number.
    std::vector<qemu_laiocb *> requests;
    std::vector<uint32_t> unused_slots;
    uint32_t last_number;
};

static constexpr unsigned SLOT_BITS = 32;
static_assert(sizeof(uintptr_t) == sizeof(uint64_t),
              "iocb.data has two halves");

static void laio_take_slot(qemu_laiocb *laiocb)
{
    LinuxAioState *s = laiocb->ctx;

    if (s->unused_slots.empty()) {
        s->unused_slots.push_back(static_cast<uint32_t>(s->requests.size()));
        s->requests.push_back(nullptr);
    }
    laiocb->slot = s->unused_slots.back();
    s->unused_slots.pop_back();
    s->requests[laiocb->slot] = laiocb;
}

static void laio_leave_slot(qemu_laiocb *laiocb)
{
    LinuxAioState *s = laiocb->ctx;

    s->requests[laiocb->slot] = nullptr;
    s->unused_slots.push_back(laiocb->slot);
}

// Returns:  NULL when the event is of a request that was ended without it.
static qemu_laiocb *laio_request_of(LinuxAioState *s,
                                    const struct io_event *event)
{
    const auto data = reinterpret_cast<uintptr_t>(event->data);
    const auto slot = static_cast<uint32_t>(data);
    qemu_laiocb *laiocb = slot < s->requests.size() ? s->requests[slot]
                                                    : nullptr;

    return likely(laiocb && laiocb->iocb.data == event->data) ? laiocb
                                                              : nullptr;
}

static void laio_schedule_run(LinuxAioState *s)
{
    if (s->completion_bh) {
        qemu_bh_schedule(s->completion_bh);
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
static void laio_prepare_read(qemu_laiocb *laiocb)
{
    const QEMUIOVector *qiov = laiocb->qiov;
    const auto offset = static_cast<long long>(laiocb->offset);

    if (qiov->niov == 1) {
        io_prep_pread(&laiocb->iocb, laiocb->fd, qiov->iov->iov_base,
                      qiov->iov->iov_len, offset);
    } else {
        io_prep_preadv(&laiocb->iocb, laiocb->fd, qiov->iov, qiov->niov,
                       offset);
    }
}

// Also for an append to a zone: its caller knows where the zone ends.
static void laio_prepare_write(qemu_laiocb *laiocb)
{
    const QEMUIOVector *qiov = laiocb->qiov;
    const auto offset = static_cast<long long>(laiocb->offset);

    if (qiov->niov == 1) {
        io_prep_pwrite(&laiocb->iocb, laiocb->fd, qiov->iov->iov_base,
                       qiov->iov->iov_len, offset);
    } else {
        io_prep_pwritev(&laiocb->iocb, laiocb->fd, qiov->iov, qiov->niov,
                        offset);
    }
    laiocb->iocb.aio_rw_flags = laiocb->fua ? RWF_DSYNC : 0;
}

static void laio_prepare_iocb(qemu_laiocb *laiocb)
{
    LinuxAioState *s = laiocb->ctx;
    const uintptr_t number = ++s->last_number;

    if (laiocb->type == QEMU_AIO_FLUSH) {
        io_prep_fdsync(&laiocb->iocb, laiocb->fd);
    } else if (laiocb->type == QEMU_AIO_READ) {
        laio_prepare_read(laiocb);
    } else {
        laio_prepare_write(laiocb);
    }
    io_set_eventfd(&laiocb->iocb, event_notifier_get_fd(&s->notifier));
    laiocb->iocb.data =
        reinterpret_cast<void *>(number << SLOT_BITS | laiocb->slot);
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
    if (laiocb->tail.iov) {
        qemu_iovec_reset(&laiocb->tail);
    } else {
        qemu_iovec_init(&laiocb->tail, laiocb->qiov->niov);
    }
    qemu_iovec_concat(&laiocb->tail, laiocb->qiov, laiocb->done,
                      laiocb->nbytes - laiocb->done);
    laiocb->iocb.aio_lio_opcode =
        laio_list_opcode(laiocb->iocb.aio_lio_opcode);
    laiocb->iocb.u.c.buf = laiocb->tail.iov;
    laiocb->iocb.u.c.nbytes = laiocb->tail.niov;
    laiocb->iocb.u.c.offset += laiocb->ret;
    laiocb->ret = -EINPROGRESS;
    laiocb->place = LAIOCB_QUEUED;
    QSIMPLEQ_INSERT_HEAD(&io_q->pending, laiocb, next);
    io_q->in_queue++;
    io_q->overdue++;
    return true;
}

// Completes a request of which the kernel has said laiocb->ret, unless a part
// of it is still to be transferred. The request is gone when its owner has
// been told, and the callback may have done anything to the state but free it.
static void qemu_laio_process_completion(qemu_laiocb *laiocb)
{
    ssize_t ret;

    if (laio_queue_tail(laiocb)) {
        return;
    }
    if (laiocb->tail.iov) {
        qemu_iovec_destroy(&laiocb->tail);
    }
    ret = laiocb->ret;
    if (ret >= 0) {
        if (static_cast<size_t>(ret) == laiocb->nbytes) {
            ret = 0;
        } else if (static_cast<size_t>(ret) > laiocb->nbytes) {
            ret = -EIO;
        } else if (laiocb->type == QEMU_AIO_READ) {
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
    laio_leave_slot(laiocb);
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

static unsigned ioq_collect(LaioQueue *io_q, struct iocb **iocbs)
{
    const unsigned room = MAX_EVENTS - io_q->in_flight;
    const unsigned wanted = std::min(ioq_due(io_q), room);
    qemu_laiocb *laiocb = QSIMPLEQ_FIRST(&io_q->pending);

    for (unsigned n = 0; n < wanted; n++) {
        iocbs[n] = &laiocb->iocb;
        laiocb = QSIMPLEQ_NEXT(laiocb, next);
    }
    return wanted;
}

// Sends what is due, until the kernel or MAX_EVENTS says no.
static void ioq_submit(LinuxAioState *s)
{
    QEMU_UNINITIALIZED struct iocb *iocbs[MAX_EVENTS];
    LaioQueue *io_q = &s->io_q;

    io_q->blocked = false;
    while (ioq_due(io_q) > 0 && !io_q->blocked) {
        const unsigned len = ioq_collect(io_q, iocbs);
        const int ret = len > 0 ? io_submit(s->ctx, len, iocbs) : -EAGAIN;

        if (ret > 0) {
            g_assert(static_cast<unsigned>(ret) <= len);
            io_q->in_flight += ret;
            for (int i = 0; i < ret; i++) {
                ioq_take_first(io_q)->place = LAIOCB_IN_FLIGHT;
            }
        } else if (ret == 0 || ret == -EAGAIN || ret == -EINTR) {
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

// Fetches events with a system call.
//
// Returns:  false when there is none.
static bool laio_fetch_events(LinuxAioState *s)
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
    if (s->ring.header) {
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
    if (s->ring.header) {
        completion_ring_drop_first(&s->ring);
    } else {
        s->event_idx++;
    }
}

// Returns:  the oldest request that is done, with what the kernel says of it;
//           NULL when none is.
static qemu_laiocb *laio_first_done(LinuxAioState *s)
{
    const struct io_event *event;
    qemu_laiocb *laiocb = QSIMPLEQ_FIRST(&s->over);

    while (!laiocb && (event = laio_first_event(s))) {
        laiocb = laio_request_of(s, event);
        if (laiocb) {
            laiocb->ret = static_cast<ssize_t>(event->res);
        } else {
            laio_drop_first_event(s);
        }
    }
    return laiocb;
}

// Takes what laio_first_done() gave away, so that nobody else gets it.
static void laio_take_done(LinuxAioState *s, qemu_laiocb *laiocb)
{
    if (laiocb->place == LAIOCB_IN_FLIGHT) {
        laio_drop_first_event(s);
        s->io_q.in_flight--;
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

    qemu_bh_schedule(s->completion_bh);
    s->running++;
    while ((laiocb = laio_first_done(s)) && s->in_a_row < MAX_RUN) {
        laio_take_done(s, laiocb);
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
    qemu_laio_process_completions_and_submit(
        static_cast<LinuxAioState *>(opaque));
}

static bool qemu_laio_poll_cb(void *opaque)
{
    auto *e = static_cast<EventNotifier *>(opaque);
    LinuxAioState *s = container_of(e, LinuxAioState, notifier);

    return s->ring.header && !completion_ring_is_empty(&s->ring);
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
        laiocb->iocb.data = nullptr;  // no event is its own any more
        s->io_q.in_flight--;
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

static bool laio_knows_type(int type)
{
    return type == QEMU_AIO_READ || type == QEMU_AIO_WRITE ||
           type == QEMU_AIO_ZONE_APPEND || type == QEMU_AIO_FLUSH;
}

static int laio_do_submit(qemu_laiocb *laiocb, uint64_t dev_max_batch)
{
    LinuxAioState *s = laiocb->ctx;
    LaioQueue *io_q = &s->io_q;

    if (!laio_knows_type(laiocb->type)) {
        return -ENOTSUP;
    }

    laio_take_slot(laiocb);
    laio_prepare_iocb(laiocb);
    laiocb->place = LAIOCB_QUEUED;
    laiocb->ret = -EINPROGRESS;
    laiocb->done = 0;
    laiocb->tail.iov = nullptr;
    QSIMPLEQ_INSERT_TAIL(&io_q->pending, laiocb, next);
    io_q->in_queue++;
    if (io_q->in_queue >= laio_max_batch(s, dev_max_batch)) {
        io_q->overdue = io_q->in_queue;
    } else if (s->running && s->completion_bh) {
        // The run whose callback this is sends it together with others; or a
        // run in a nested poll, if the callback waits for it.
        qemu_bh_schedule(s->completion_bh);
        return 0;
    } else if (!io_q->plugged && !io_q->deferred) {
        // Calls back at once unless the caller has opened a batch.
        io_q->deferred = true;
        defer_call(laio_deferred_fn, s);
        return 0;
    }
    if (ioq_may_submit(io_q)) {
        ioq_submit(s);
    }
    return 0;
}

BlockAIOCB *laio_submit_bytes(BlockDriverState *bs, LinuxAioState *s, int fd,
                              uint64_t offset, QEMUIOVector *qiov, int type,
                              BdrvRequestFlags flags, uint64_t dev_max_batch,
                              BlockCompletionFunc *cb, void *opaque)
{
    auto *laiocb = static_cast<qemu_laiocb *>(
        qemu_aio_get(&laio_aiocb_info, bs, cb, opaque));

    // The rest is zero.
    laiocb->ctx = s;
    laiocb->fd = fd;
    laiocb->type = type;
    laiocb->fua = flags & BDRV_REQ_FUA;
    laiocb->offset = offset;
    laiocb->nbytes = qiov ? qiov->size : 0;
    laiocb->qiov = qiov;

    if (laio_do_submit(laiocb, dev_max_batch) < 0) {
        qemu_aio_unref(laiocb);
        return nullptr;
    }
    return &laiocb->common;
}

BlockAIOCB *laio_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                        int64_t sector_num, QEMUIOVector *qiov,
                        int nb_sectors, BlockCompletionFunc *cb, void *opaque,
                        int type)
{
    g_assert(qiov->size == nb_sectors * BDRV_SECTOR_SIZE);
    return laio_submit_bytes(bs, s, fd, sector_num * BDRV_SECTOR_SIZE, qiov,
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
    laiocb.fd = fd;
    laiocb.type = type;
    laiocb.fua = flags & BDRV_REQ_FUA;
    laiocb.offset = offset;
    laiocb.nbytes = qiov ? qiov->size : 0;
    laiocb.qiov = qiov;

    ret = laio_do_submit(&laiocb, dev_max_batch);
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
    aio_set_event_notifier(old_context, &s->notifier, nullptr, nullptr,
                           nullptr);
    qemu_bh_delete(s->completion_bh);
    s->completion_bh = nullptr;
    s->aio_context = nullptr;
}

void laio_attach_aio_context(LinuxAioState *s, AioContext *new_context)
{
    g_assert(s->aio_context == nullptr);
    s->aio_context = new_context;
    s->completion_bh = aio_bh_new(new_context, qemu_laio_completion_bh, s);
    aio_set_event_notifier(new_context, &s->notifier, qemu_laio_completion_cb,
                           qemu_laio_poll_cb, qemu_laio_poll_ready);
    // The notifier may have been cleared for events that nobody took.
    if (s->io_q.in_flight || s->io_q.in_queue || !QSIMPLEQ_EMPTY(&s->over)) {
        qemu_bh_schedule(s->completion_bh);
    }
}

LinuxAioState *laio_init(Error **errp)
{
    auto *s = new LinuxAioState();
    int ret;

    QSIMPLEQ_INIT(&s->io_q.pending);
    QSIMPLEQ_INIT(&s->over);

    ret = event_notifier_init(&s->notifier, false);
    if (ret < 0) {
        error_setg_errno(errp, -ret, "cannot make an eventfd for Linux AIO");
        goto out_free_state;
    }
    ret = io_setup(MAX_EVENTS, &s->ctx);
    if (ret != 0) {
        error_setg_errno(errp, -ret, "cannot set up %u AIO events%s",
                         MAX_EVENTS,
                         ret == -EAGAIN ? " (raise fs.aio-max-nr)" : "");
        goto out_close_notifier;
    }
    // Without a ring that it knows, laio_next_event() asks the kernel.
    completion_ring_init(&s->ring, s->ctx);
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
    for (qemu_laiocb *laiocb : s->requests) {
        if (laiocb && !laiocb->co) {
            qemu_iovec_destroy(&laiocb->tail);
            qemu_aio_unref(laiocb);
        }
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
