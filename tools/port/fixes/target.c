/*
 * A backend in C whose functions are cut as those of QEMU's block/linux-aio.c
 * of version 9.0, with the faults that this project's fixes are for. The code
 * is our own. Nobody runs it: fixes are ported to it.
 */

#include "qemu/osdep.h"
#include "block/aio.h"
#include "block/block.h"
#include "block/raw-aio.h"
#include "qapi/error.h"
#include "qemu/coroutine.h"
#include "qemu/defer-call.h"
#include "qemu/event_notifier.h"
#include "qemu/queue.h"

#include <libaio.h>

/* What io_setup() is asked for. */
#define MAX_EVENTS 1024

/* Where neither the context nor the device says how many. */
#define DEFAULT_MAX_BATCH 32

struct qemu_laiocb {
    Coroutine *co;
    LinuxAioState *ctx;
    struct iocb iocb;
    ssize_t ret; /* -EINPROGRESS before it is known */
    size_t nbytes;
    QEMUIOVector *qiov;
    bool is_read;
    QSIMPLEQ_ENTRY(qemu_laiocb) next;
};

typedef struct {
    unsigned int in_queue;
    unsigned int in_flight;
    bool blocked;
    QSIMPLEQ_HEAD(, qemu_laiocb) pending;
} LaioQueue;

struct LinuxAioState {
    AioContext *aio_context;
    io_context_t ctx;
    EventNotifier e;
    LaioQueue io_q;
    QEMUBH *completion_bh;
    int event_idx;
    int event_max;
};

static void ioq_submit(LinuxAioState *s);

/* Tells the coroutine, unless it is still on its way into the kernel. */
static void qemu_laio_process_completion(struct qemu_laiocb *laiocb)
{
    int ret;

    ret = laiocb->ret;
    if (ret == laiocb->nbytes) {
        ret = 0;
    } else if (ret >= 0) {
        if (laiocb->is_read) {
            /* What the file did not have reads as zeros. */
            qemu_iovec_memset(laiocb->qiov, ret, 0, laiocb->nbytes - ret);
        } else {
            ret = -ENOSPC;
        }
    }

    laiocb->ret = ret;

    if (!qemu_coroutine_entered(laiocb->co)) {
        aio_co_wake(laiocb->co);
    }
}

/* An io_context_t points here; the kernel's ABI. */
struct aio_ring {
    unsigned int id;
    unsigned int nr;
    unsigned int head; /* ours to write */
    unsigned int tail; /* the kernel's */
    unsigned int magic;
    unsigned int compat_features;
    unsigned int incompat_features;
    unsigned int header_length;
    struct io_event io_events[];
};

/*
 * Gives the first `done` events back and shows what is behind them, as far as
 * it lies in one piece. Returns how many that are.
 */
static unsigned int laio_ring_next(io_context_t ctx, struct io_event **events,
                                   unsigned int done)
{
    struct aio_ring *ring = (struct aio_ring *)ctx;
    unsigned int tail;

    ring->head = (ring->head + done) % ring->nr;
    tail = ring->tail;
    /* The events were there before the tail was. */
    smp_rmb();
    *events = &ring->io_events[ring->head];
    return (tail < ring->head ? ring->nr : tail) - ring->head;
}

/*
 * A coroutine that is woken may poll, and come here again: the indices are in
 * the state, so that a nested run goes on behind the event of the outer one.
 */
static void qemu_laio_process_completions(LinuxAioState *s)
{
    struct io_event *events;

    defer_call_begin();
    qemu_bh_schedule(s->completion_bh);

    while ((s->event_max = laio_ring_next(s->ctx, &events, s->event_idx))) {
        for (s->event_idx = 0; s->event_idx < s->event_max; ) {
            struct io_event *event = &events[s->event_idx++];
            struct qemu_laiocb *laiocb =
                container_of(event->obj, struct qemu_laiocb, iocb);

            laiocb->ret = (ssize_t)event->res;
            s->io_q.in_flight--;
            qemu_laio_process_completion(laiocb);
        }
    }

    qemu_bh_cancel(s->completion_bh);

    s->event_idx = 0;
    defer_call_end();
}

static void qemu_laio_process_completions_and_submit(LinuxAioState *s)
{
    qemu_laio_process_completions(s);

    if (!QSIMPLEQ_EMPTY(&s->io_q.pending)) {
        ioq_submit(s);
    }
}

static void qemu_laio_completion_bh(void *opaque)
{
    LinuxAioState *s = opaque;

    qemu_laio_process_completions_and_submit(s);
}

static void qemu_laio_completion_cb(EventNotifier *e)
{
    LinuxAioState *s = container_of(e, LinuxAioState, e);

    if (event_notifier_test_and_clear(e)) {
        qemu_laio_process_completions_and_submit(s);
    }
}

static bool qemu_laio_poll_cb(void *opaque)
{
    EventNotifier *e = opaque;
    LinuxAioState *s = container_of(e, LinuxAioState, e);
    struct io_event *events;

    return laio_ring_next(s->ctx, &events, 0) > 0;
}

static void qemu_laio_poll_ready(EventNotifier *e)
{
    LinuxAioState *s = container_of(e, LinuxAioState, e);

    qemu_laio_process_completions_and_submit(s);
}

/* As many of those that wait as the kernel has room for. */
static int ioq_collect(LinuxAioState *s, struct iocb **iocbs)
{
    int room = MAX_EVENTS - s->io_q.in_flight;
    int len = 0;
    struct qemu_laiocb *laiocb = QSIMPLEQ_FIRST(&s->io_q.pending);

    for (; laiocb && len < room; laiocb = QSIMPLEQ_NEXT(laiocb, next)) {
        iocbs[len++] = &laiocb->iocb;
    }
    return len;
}

static struct qemu_laiocb *ioq_take_first(LaioQueue *io_q)
{
    struct qemu_laiocb *laiocb = QSIMPLEQ_FIRST(&io_q->pending);

    QSIMPLEQ_REMOVE_HEAD(&io_q->pending, next);
    io_q->in_queue--;
    return laiocb;
}

static void ioq_submit(LinuxAioState *s)
{
    int ret, len;
    struct iocb *iocbs[MAX_EVENTS];

    s->io_q.blocked = false;
    while (!s->io_q.blocked && s->io_q.in_queue) {
        len = ioq_collect(s, iocbs);
        ret = len ? io_submit(s->ctx, len, iocbs) : -EAGAIN;
        if (ret == -EAGAIN) {
            s->io_q.blocked = true;
        } else if (ret <= 0) {
            /* Nothing was said of the others. */
            struct qemu_laiocb *laiocb = ioq_take_first(&s->io_q);

            laiocb->ret = ret;
            qemu_laio_process_completion(laiocb);
        } else {
            s->io_q.in_flight += ret;
            while (ret-- > 0) {
                ioq_take_first(&s->io_q);
            }
        }
    }

    if (s->io_q.in_flight) {
        /* Some may be over already. */
        qemu_laio_process_completions(s);
    }
}

static uint64_t laio_max_batch(LinuxAioState *s, uint64_t dev_max_batch)
{
    int64_t of_context = s->aio_context->aio_max_batch;
    uint64_t limit = of_context ? of_context : DEFAULT_MAX_BATCH;

    return MIN_NON_ZERO(dev_max_batch, limit);
}

static void laio_deferred_fn(void *opaque)
{
    LinuxAioState *s = opaque;

    if (s->io_q.in_queue && !s->io_q.blocked) {
        ioq_submit(s);
    }
}

static int laio_do_submit(int fd, struct qemu_laiocb *laiocb, off_t offset,
                          int type, uint64_t dev_max_batch)
{
    LinuxAioState *s = laiocb->ctx;
    QEMUIOVector *qiov = laiocb->qiov;

    switch (type) {
    case QEMU_AIO_READ:
        io_prep_preadv(&laiocb->iocb, fd, qiov->iov, qiov->niov, offset);
        break;
    case QEMU_AIO_WRITE:
    case QEMU_AIO_ZONE_APPEND:
        io_prep_pwritev(&laiocb->iocb, fd, qiov->iov, qiov->niov, offset);
        break;
    default:
        return -EIO;
    }
    io_set_eventfd(&laiocb->iocb, event_notifier_get_fd(&s->e));

    QSIMPLEQ_INSERT_TAIL(&s->io_q.pending, laiocb, next);
    s->io_q.in_queue++;
    if (!s->io_q.blocked) {
        if (s->io_q.in_queue >= laio_max_batch(s, dev_max_batch)) {
            ioq_submit(s);
        } else {
            defer_call(laio_deferred_fn, s);
        }
    }
    return 0;
}

int coroutine_fn laio_co_submit(int fd, uint64_t offset, QEMUIOVector *qiov,
                                int type, uint64_t dev_max_batch)
{
    int ret;
    struct qemu_laiocb laiocb = {
        .co = qemu_coroutine_self(),
        .ctx = aio_get_linux_aio(qemu_get_current_aio_context()),
        .ret = -EINPROGRESS,
        .nbytes = qiov->size,
        .qiov = qiov,
        .is_read = type == QEMU_AIO_READ,
    };

    ret = laio_do_submit(fd, &laiocb, offset, type, dev_max_batch);
    if (ret < 0) {
        return ret;
    }

    if (laiocb.ret == -EINPROGRESS) {
        qemu_coroutine_yield();
    }
    return laiocb.ret;
}

void laio_detach_aio_context(LinuxAioState *s, AioContext *old_context)
{
    aio_set_event_notifier(old_context, &s->e, NULL, NULL, NULL);
    qemu_bh_delete(s->completion_bh);
}

void laio_attach_aio_context(LinuxAioState *s, AioContext *new_context)
{
    s->aio_context = new_context;
    s->completion_bh = aio_bh_new(new_context, qemu_laio_completion_bh, s);
    aio_set_event_notifier(new_context, &s->e, qemu_laio_completion_cb,
                           qemu_laio_poll_cb, qemu_laio_poll_ready);
}

LinuxAioState *laio_init(Error **errp)
{
    int rc;
    LinuxAioState *s;

    s = g_new0(LinuxAioState, 1);
    QSIMPLEQ_INIT(&s->io_q.pending);
    rc = event_notifier_init(&s->e, false);
    if (rc < 0) {
        error_setg_errno(errp, -rc, "no eventfd for Linux AIO");
        goto out_free_state;
    }

    rc = io_setup(MAX_EVENTS, &s->ctx);
    if (rc < 0) {
        error_setg_errno(errp, -rc, "no context for Linux AIO");
        goto out_close_efd;
    }

    return s;

out_close_efd:
    event_notifier_cleanup(&s->e);
out_free_state:
    g_free(s);
    return NULL;
}

void laio_cleanup(LinuxAioState *s)
{
    event_notifier_cleanup(&s->e);
    io_destroy(s->ctx);
    g_free(s);
}
