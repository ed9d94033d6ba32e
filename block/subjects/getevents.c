/*
 * Linux AIO with completions fetched by io_getevents(): one system call for
 * every batch of events.
 *
 * A LinuxAioState belongs to whoever called laio_init(). It serves one
 * AioContext at a time, and only that context's home thread may use it.
 */

#include "qemu/osdep.h"
#include "block/aio.h"
#include "block/block.h"
#include "block/raw-aio.h"
#include "qemu/coroutine.h"
#include "qemu/event_notifier.h"
#include "qemu/queue.h"

#include <libaio.h>

#define MAX_EVENTS 128 /* requests that one state has in the kernel */
#define MAX_BATCH 32   /* requests that a plug holds back */

struct qemu_laiocb {
    BlockAIOCB common; /* for laio_submit() */
    Coroutine *co;     /* for laio_co_submit(), else NULL */
    LinuxAioState *ctx;
    struct iocb iocb;
    int fd;
    int type;
    off_t offset;
    size_t nbytes;
    size_t done; /* bytes that short transfers have moved */
    QEMUIOVector *qiov;
    QEMUIOVector rest; /* of qiov, when a short transfer left some */
    int ret;           /* -EINPROGRESS until it is over */
    QSIMPLEQ_ENTRY(qemu_laiocb) next;
};

typedef QSIMPLEQ_HEAD(LaioList, qemu_laiocb) LaioList;

typedef struct {
    unsigned int plugged;
    unsigned int in_queue;
    unsigned int in_flight;
    bool blocked; /* the kernel takes no more until something completes */
    LaioList pending;
} LaioQueue;

struct LinuxAioState {
    io_context_t ctx;
    EventNotifier notifier;

    LaioQueue io_q;
    LaioList over; /* ended without an event; the BH tells their owners */

    QEMUBH *completion_bh; /* NULL while detached */
    struct io_event events[MAX_EVENTS];
    int event_idx;
    int event_max;
};

static void laio_wake_bh(LinuxAioState *s)
{
    if (s->completion_bh) {
        qemu_bh_schedule(s->completion_bh);
    }
}

/*
 * What `res` means for a request. Returns -EINPROGRESS when a part of it is
 * still to be done.
 */
static int laio_result(struct qemu_laiocb *laiocb, int64_t res)
{
    size_t left = laiocb->nbytes - laiocb->done;
    bool is_read = laiocb->type == QEMU_AIO_READ;

    /* The rest may begin where direct I/O cannot: only at the end of file. */
    bool at_end = res == 0 || (res == -EINVAL && laiocb->done);

    if (res == (int64_t)left) {
        return 0;
    }
    if (res > 0 && res < (int64_t)left) {
        laiocb->done += res;
        return -EINPROGRESS;
    }
    if (at_end && is_read) {
        qemu_iovec_memset(laiocb->qiov, laiocb->done, 0, left);
        return 0;
    }
    if (at_end) {
        return -ENOSPC;
    }
    return res < 0 ? (int)res : -EIO;
}

/* Tells the owner, after which the request is no more. */
static void laio_complete(struct qemu_laiocb *laiocb)
{
    if (laiocb->rest.iov) {
        qemu_iovec_destroy(&laiocb->rest);
    }
    if (laiocb->co) {
        qemu_coroutine_enter(laiocb->co);
        return;
    }
    laiocb->common.cb(laiocb->common.opaque, laiocb->ret);
    qemu_aio_unref(laiocb);
}

/* Ends a request for which no event will come. */
static void laio_end(struct qemu_laiocb *laiocb, int ret)
{
    laiocb->ret = ret;
    QSIMPLEQ_INSERT_TAIL(&laiocb->ctx->over, laiocb, next);
    laio_wake_bh(laiocb->ctx);
}

static void ioq_remove_first(LaioQueue *q, int n)
{
    q->in_queue -= n;
    while (n-- > 0) {
        QSIMPLEQ_REMOVE_HEAD(&q->pending, next);
    }
}

/* Sends what is pending until the kernel takes no more. */
static void ioq_submit(LinuxAioState *s)
{
    LaioQueue *q = &s->io_q;
    struct iocb *batch[MAX_EVENTS];
    struct qemu_laiocb *laiocb;

    q->blocked = false;
    while (q->in_queue && !q->blocked) {
        int room = MAX_EVENTS - q->in_flight;
        int n = 0;
        int ret;

        QSIMPLEQ_FOREACH(laiocb, &q->pending, next) {
            if (n == room) {
                break;
            }
            batch[n++] = &laiocb->iocb;
        }

        ret = n ? io_submit(s->ctx, n, batch) : -EAGAIN;
        if (ret > 0) {
            ioq_remove_first(q, ret);
            q->in_flight += ret;
        } else if (ret == 0 || ret == -EAGAIN || ret == -EINTR) {
            q->blocked = true;
        } else {
            /* The error is that of the first request and of no other. */
            laiocb = QSIMPLEQ_FIRST(&q->pending);
            ioq_remove_first(q, 1);
            laio_end(laiocb, laio_result(laiocb, ret));
        }
    }

    if (q->blocked && !q->in_flight) {
        /* No completion will unblock it: try again in the next turn. */
        laio_wake_bh(s);
    }
}

static void ioq_kick(LinuxAioState *s)
{
    LaioQueue *q = &s->io_q;

    if (q->in_queue && !q->plugged && (!q->blocked || !q->in_flight)) {
        ioq_submit(s);
    }
}

static void laio_prepare(struct qemu_laiocb *laiocb)
{
    QEMUIOVector *qiov = laiocb->done ? &laiocb->rest : laiocb->qiov;
    off_t offset = laiocb->offset + laiocb->done;
    int eventfd = event_notifier_get_fd(&laiocb->ctx->notifier);

    if (laiocb->type == QEMU_AIO_READ) {
        io_prep_preadv(&laiocb->iocb, laiocb->fd, qiov->iov, qiov->niov,
                       offset);
    } else {
        io_prep_pwritev(&laiocb->iocb, laiocb->fd, qiov->iov, qiov->niov,
                        offset);
    }
    io_set_eventfd(&laiocb->iocb, eventfd);
}

/* Puts what a short transfer left at the head of the queue. */
static void laio_queue_rest(LinuxAioState *s, struct qemu_laiocb *laiocb)
{
    if (laiocb->rest.iov) {
        qemu_iovec_reset(&laiocb->rest);
    } else {
        qemu_iovec_init(&laiocb->rest, laiocb->qiov->niov);
    }
    qemu_iovec_concat(&laiocb->rest, laiocb->qiov, laiocb->done,
                      laiocb->nbytes - laiocb->done);
    laio_prepare(laiocb);
    QSIMPLEQ_INSERT_HEAD(&s->io_q.pending, laiocb, next);
    s->io_q.in_queue++;
}

static void laio_handle_event(LinuxAioState *s, struct io_event *ev)
{
    struct qemu_laiocb *laiocb =
        container_of(ev->obj, struct qemu_laiocb, iocb);
    int ret = laio_result(laiocb, (int64_t)ev->res);

    s->io_q.in_flight--;
    s->io_q.blocked = false;
    if (ret == -EINPROGRESS) {
        laio_queue_rest(s, laiocb);
    } else {
        laiocb->ret = ret;
        laio_complete(laiocb);
    }
}

/* Returns false when the kernel has no event. */
static bool laio_fetch_events(LinuxAioState *s)
{
    struct timespec no_wait = { 0 };
    int n;

    do {
        n = io_getevents(s->ctx, 0, MAX_EVENTS, s->events, &no_wait);
    } while (n == -EINTR);

    s->event_idx = 0;
    s->event_max = n > 0 ? n : 0;
    return n > 0;
}

static void laio_handle_events(LinuxAioState *s)
{
    while (s->event_idx < s->event_max) {
        laio_handle_event(s, &s->events[s->event_idx++]);
    }
}

static void laio_handle_over(LinuxAioState *s)
{
    struct qemu_laiocb *laiocb;

    while ((laiocb = QSIMPLEQ_FIRST(&s->over))) {
        QSIMPLEQ_REMOVE_HEAD(&s->over, next);
        laio_wake_bh(s);
        laio_complete(laiocb);
    }
}

/*
 * Runs the callbacks of what has completed.
 *
 * A callback may call aio_poll(). The BH is therefore scheduled before the
 * first one, and how far it has come is kept in the state: a nested run goes
 * on behind the event whose callback nested it.
 */
static void laio_completion_bh(void *opaque)
{
    LinuxAioState *s = opaque;

    if (s->event_idx < s->event_max || laio_fetch_events(s)) {
        laio_wake_bh(s);
        laio_handle_events(s);
    }

    laio_handle_over(s);
    ioq_kick(s);
}

static void laio_completion_cb(EventNotifier *e)
{
    LinuxAioState *s = container_of(e, LinuxAioState, notifier);

    if (event_notifier_test_and_clear(e)) {
        laio_wake_bh(s);
    }
}

/* A kernel that returns 0 from io_cancel() posts no event. */
static void laio_cancel_async(BlockAIOCB *acb)
{
    struct qemu_laiocb *laiocb =
        container_of(acb, struct qemu_laiocb, common);
    LinuxAioState *s = laiocb->ctx;
    struct io_event ev;

    if (laiocb->ret != -EINPROGRESS ||
        io_cancel(s->ctx, &laiocb->iocb, &ev)) {
        return;
    }
    s->io_q.in_flight--;
    s->io_q.blocked = false;
    laio_end(laiocb, -ECANCELED);
}

static const AIOCBInfo laio_aiocb_info = {
    .cancel_async = laio_cancel_async,
    .aiocb_size = sizeof(struct qemu_laiocb),
};

void laio_io_unplug(BlockDriverState *bs, LinuxAioState *s)
{
    assert(s->io_q.plugged);
    s->io_q.plugged--;
    ioq_kick(s);
}

/* While a batch is open, requests wait for its end. Batches nest. */
void laio_io_plug(BlockDriverState *bs, LinuxAioState *s)
{
    s->io_q.plugged++;
}

static int laio_do_submit(struct qemu_laiocb *laiocb)
{
    LinuxAioState *s = laiocb->ctx;

    if (laiocb->type != QEMU_AIO_READ && laiocb->type != QEMU_AIO_WRITE) {
        fprintf(stderr, "Linux AIO cannot do requests of type 0x%x\n",
                laiocb->type);
        return -ENOTSUP;
    }

    laio_prepare(laiocb);
    QSIMPLEQ_INSERT_TAIL(&s->io_q.pending, laiocb, next);
    s->io_q.in_queue++;
    if (s->io_q.plugged && !s->io_q.blocked &&
        s->io_q.in_queue >= MAX_BATCH) {
        ioq_submit(s);
    }
    ioq_kick(s);
    return 0;
}

/* Returns 0 or -errno. Runs in a coroutine and yields. */
int coroutine_fn laio_co_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                                uint64_t offset, QEMUIOVector *qiov, int type)
{
    struct qemu_laiocb laiocb = {
        .co = qemu_coroutine_self(),
        .ctx = s,
        .fd = fd,
        .type = type,
        .offset = offset,
        .nbytes = qiov->size,
        .qiov = qiov,
        .ret = -EINPROGRESS,
    };
    int ret = laio_do_submit(&laiocb);

    if (ret == 0) {
        qemu_coroutine_yield();
        ret = laiocb.ret;
    }
    return ret;
}

/* Returns NULL when there is no such request; cb is then never called. */
BlockAIOCB *laio_submit(BlockDriverState *bs, LinuxAioState *s, int fd,
                        int64_t sector_num, QEMUIOVector *qiov, int nb_sectors,
                        BlockCompletionFunc *cb, void *opaque, int type)
{
    struct qemu_laiocb *laiocb = qemu_aio_get(&laio_aiocb_info, bs, cb, opaque);

    laiocb->co = NULL;
    laiocb->ctx = s;
    laiocb->fd = fd;
    laiocb->type = type;
    laiocb->offset = sector_num * BDRV_SECTOR_SIZE;
    laiocb->nbytes = nb_sectors * BDRV_SECTOR_SIZE;
    laiocb->done = 0;
    laiocb->qiov = qiov;
    laiocb->rest.iov = NULL;
    laiocb->ret = -EINPROGRESS;

    if (laio_do_submit(laiocb) == 0) {
        return &laiocb->common;
    }
    qemu_aio_unref(laiocb);
    return NULL;
}

void laio_attach_aio_context(LinuxAioState *s, AioContext *new_context)
{
    s->completion_bh = aio_bh_new(new_context, laio_completion_bh, s);
    aio_set_event_notifier(new_context, &s->notifier, false,
                           laio_completion_cb);
    /* The former context may have left something half done. */
    laio_wake_bh(s);
}

void laio_detach_aio_context(LinuxAioState *s, AioContext *old_context)
{
    aio_set_event_notifier(old_context, &s->notifier, false, NULL);
    qemu_bh_delete(s->completion_bh);
    s->completion_bh = NULL;
}

/* Returns NULL when the system has no room for another one. */
LinuxAioState *laio_init(void)
{
    LinuxAioState *s = g_new0(LinuxAioState, 1);

    QSIMPLEQ_INIT(&s->io_q.pending);
    QSIMPLEQ_INIT(&s->over);
    if (event_notifier_init(&s->notifier, false) < 0) {
        goto out_free_state;
    }
    if (io_setup(MAX_EVENTS, &s->ctx) != 0) {
        goto out_close_notifier;
    }
    return s;

out_close_notifier:
    event_notifier_cleanup(&s->notifier);
out_free_state:
    g_free(s);
    return NULL;
}

/* Requires: detached, with no request left. */
void laio_cleanup(LinuxAioState *s)
{
    io_destroy(s->ctx);
    event_notifier_cleanup(&s->notifier);
    g_free(s);
}
