/*
 * AioContext: an event loop of bottom halves and descriptors, and the
 * requests (BlockAIOCB) that complete in it.
 *
 * "Home" is the one thread that polls the context. Functions are for the home
 * thread unless they say otherwise.
 */

#ifndef BLOCK_AIO_H
#define BLOCK_AIO_H

#include "qemu/atomic.h"
#include "qemu/coroutine.h"
#include "qemu/event_notifier.h"
#include "qemu/osdep.h"
#include "qemu/queue.h"
#include "qemu/thread.h"
#include "qemu/timer.h"

typedef void QEMUBHFunc(void *opaque);
typedef bool AioPollFn(void *opaque);
/* Before 2013: how many requests the handler still waits for. */
typedef int AioFlushHandler(void *opaque);
typedef int AioFlushEventNotifierHandler(EventNotifier *e);
typedef int AioProcessQueue(void *opaque);

struct AioContext {
    GSource source; /* so that any GMainContext can run it */
    int64_t aio_max_batch; /* requests per system call; 0: the engine's own */
    LinuxAioState *linux_aio; /* of aio_get_linux_aio() */
    struct AioContextLoop *loop; /* the rest, private to the loop */
};

#ifdef __cplusplus
extern "C" {
#endif

/* The context */

/*
 * Returns:  a context with one reference, or NULL and an Error when there is
 *           no descriptor left for its notifier.
 * Keeps:    the caller's, until aio_context_unref().
 */
AioContext *aio_context_new(Error **errp);

/* Thread: any; the last unref while nobody polls. */
void aio_context_ref(AioContext *ctx);
void aio_context_unref(AioContext *ctx);

/* Returns: the context as a source, with a reference for the caller. */
GSource *aio_get_g_source(AioContext *ctx);

/*
 * One turn of the loop: asks the poll handlers, waits, runs the bottom halves
 * that are scheduled, then the handlers of what is ready. May be called from
 * any callback that a turn runs.
 *
 *   blocking  waits until there is something to do or aio_notify()
 * Returns:  true when something was run; false says nothing about what the
 *           caller waits for, so test that and not this.
 */
bool aio_poll(AioContext *ctx, bool blocking);

/* Ends the waiting of aio_poll(). Thread: any. */
void aio_notify(AioContext *ctx);

/* A lock that its holder may take again. Thread: any. */
void aio_context_acquire(AioContext *ctx);
void aio_context_release(AioContext *ctx);

/*
 * The context whose home this thread is.
 *
 * Returns:  the main context where no other was set.
 * Thread:   any.
 */
AioContext *qemu_get_current_aio_context(void);
void qemu_set_current_aio_context(AioContext *ctx);
AioContext *qemu_get_aio_context(void);
bool in_aio_context_home_thread(AioContext *ctx);

/*
 * How long to ask poll handlers before sleeping. With polling on, a turn that
 * does not block leaves asking to those that do, and if every handler could be
 * asked, looking at descriptors too.
 *
 *   max_ns  0 (as at first): the handlers are not asked
 *   grow, shrink  factors of the adaptation; 0 for the usual
 */
void aio_context_set_poll_params(AioContext *ctx, int64_t max_ns, int64_t grow,
                                 int64_t shrink, Error **errp);
void aio_context_set_aio_params(AioContext *ctx, int64_t max_batch);

/* The Linux AIO state that requests of this context use; the getter aborts
 * when there is none. */
LinuxAioState *aio_get_linux_aio(AioContext *ctx);
void aio_set_linux_aio(AioContext *ctx, LinuxAioState *state);

/* Bottom halves */

/*
 * Makes something that can be scheduled to run cb(opaque) in `ctx`; `name` is
 * for whoever watches the loop.
 *
 * Keeps:   the caller's, until qemu_bh_delete(). `name` is not copied.
 * Thread:  any.
 */
QEMUBH *aio_bh_new_full(AioContext *ctx, QEMUBHFunc *cb, void *opaque,
                        const char *name);
#define aio_bh_new(ctx, cb, opaque) aio_bh_new_full(ctx, cb, opaque, #cb)

/* Runs cb(opaque) once and keeps nothing. Thread: any. */
void aio_bh_schedule_oneshot_full(AioContext *ctx, QEMUBHFunc *cb,
                                  void *opaque, const char *name);
#define aio_bh_schedule_oneshot(ctx, cb, opaque) \
    aio_bh_schedule_oneshot_full(ctx, cb, opaque, #cb)

/*
 * Runs it once in the next turn, nested turns included, and keeps that one
 * from waiting. While bottom halves are being run this means the turn after.
 *
 * Thread: any.
 */
void qemu_bh_schedule(QEMUBH *bh);

/* The same, but for once a turn may wait before; for what is not urgent. */
void qemu_bh_schedule_idle(QEMUBH *bh);

/* Takes a schedule back. Thread: any; certain only in the home thread. */
void qemu_bh_cancel(QEMUBH *bh);

/* Never runs again and is freed later; from its own callback too. Thread:
 * any. */
void qemu_bh_delete(QEMUBH *bh);

/* Descriptors */

/*
 * Watches `fd`; all of the four NULL ends it, from any callback.
 *
 *   io_read, io_write  called while fd is readable or writable
 *   io_poll   asked before sleeping. Without io_poll_ready it does the work
 *             itself and returns whether there was any; with it, it only says
 *             whether there is, and io_poll_ready is called to do it.
 * Keeps:   opaque, until the handlers are removed.
 */
void aio_set_fd_handler(AioContext *ctx, int fd, IOHandler *io_read,
                        IOHandler *io_write, AioPollFn *io_poll,
                        IOHandler *io_poll_ready, void *opaque);

/* The same for a notifier, which is what every callback gets. NULL io_read
 * ends it. */
void aio_set_event_notifier(AioContext *ctx, EventNotifier *notifier,
                            EventNotifierHandler *io_read, AioPollFn *io_poll,
                            EventNotifierHandler *io_poll_ready);

/* On the main context, with a flush callback that tells qemu_aio_wait()
 * whether there is anything to wait for; NULL for none. Returns: 0. */
int qemu_aio_set_fd_handler_flush(int fd, IOHandler *io_read,
                                  IOHandler *io_write,
                                  AioFlushHandler *io_flush, void *opaque);
void qemu_aio_set_event_notifier_flush(EventNotifier *notifier,
                                       EventNotifierHandler *io_read,
                                       AioFlushEventNotifierHandler *io_flush);

/*
 * Silences the handlers that were registered as external, those of a guest's
 * or a client's requests, until as many calls of the other. They then find
 * what came meanwhile.
 *
 * Thread: any.
 */
void aio_disable_external(AioContext *ctx);
void aio_enable_external(AioContext *ctx);
bool aio_external_disabled(AioContext *ctx);

/* The two above, for handlers that may be external. */
void aio_set_fd_handler_external(AioContext *ctx, int fd, bool is_external,
                                 IOHandler *io_read, IOHandler *io_write,
                                 AioPollFn *io_poll, IOHandler *io_poll_ready,
                                 void *opaque);
void aio_set_event_notifier_external(AioContext *ctx, EventNotifier *notifier,
                                     bool is_external,
                                     EventNotifierHandler *io_read,
                                     AioPollFn *io_poll,
                                     EventNotifierHandler *io_poll_ready);

/* Timers; qemu/timer.h has the rest */

/*
 * Makes `ts` a timer that `ctx` runs, at the end of a turn or of a dispatch.
 *
 *   scale  nanoseconds in a unit of its times: SCALE_NS, SCALE_US, SCALE_MS
 * Keeps:   `ts` stays the caller's; not armed when the context ends.
 * Thread:  any.
 */
void aio_timer_init(AioContext *ctx, QEMUTimer *ts, QEMUClockType type,
                    int scale, QEMUTimerCB *cb, void *opaque);

static inline QEMUTimer *aio_timer_new(AioContext *ctx, QEMUClockType type,
                                       int scale, QEMUTimerCB *cb,
                                       void *opaque)
{
    QEMUTimer *ts = g_new0(QEMUTimer, 1);

    aio_timer_init(ctx, ts, type, scale, cb, opaque);
    return ts;
}

/* Coroutines in a context */

/*
 * Goes on with `co` in its home: at once when that is this thread's and no
 * coroutine runs; when the running one yields or ends; or by a bottom half.
 * Aborts when it is scheduled already.
 *
 * Thread: any.
 */
void aio_co_wake(Coroutine *co);
/* The same, in `ctx`. */
void aio_co_enter(AioContext *ctx, Coroutine *co);
/* Always by a bottom half of `ctx`. */
void aio_co_schedule(AioContext *ctx, Coroutine *co);

/* Moves the running coroutine to `new_ctx`, where it goes on. */
void coroutine_fn aio_co_reschedule_self(AioContext *new_ctx);

/* Requests */

typedef void BlockCompletionFunc(void *opaque, int ret);
typedef BlockCompletionFunc BlockDriverCompletionFunc;

/* So that C++ does not warn of members that an initializer leaves out. */
#ifdef __cplusplus
#define AIOCB_INFO_NONE_ = nullptr
#else
#define AIOCB_INFO_NONE_
#endif

/* What kind of request it is: every member that it had in any version. */
typedef struct AIOCBInfo {
    /* Before 2014: cancels and waits. */
    void (*cancel)(BlockAIOCB *acb) AIOCB_INFO_NONE_;
    void (*cancel_async)(BlockAIOCB *acb) AIOCB_INFO_NONE_;
    AioContext *(*get_aio_context)(BlockAIOCB *acb) AIOCB_INFO_NONE_;
    size_t aiocb_size; /* bytes of the structure that begins with BlockAIOCB */
} AIOCBInfo;
typedef AIOCBInfo AIOPool;

struct BlockAIOCB {
    int refcnt; /* see qemu_aio_unref() */
    const AIOCBInfo *aiocb_info;
    BlockDriverState *bs; /* never looked into */

    /* Called once, as cb(opaque, ret). */
    BlockCompletionFunc *cb;
    void *opaque;
};

/*
 * A zeroed request of info->aiocb_size bytes with one reference.
 *
 * Keeps:  the caller's, until qemu_aio_unref() or qemu_aio_release().
 */
void *qemu_aio_get(const AIOCBInfo *aiocb_info, BlockDriverState *bs,
                   BlockCompletionFunc *cb, void *opaque);
void qemu_aio_ref(void *p);
void qemu_aio_unref(void *p);
void qemu_aio_release(void *p);

#ifdef __cplusplus
}
#endif

/* Contexts had numbers for half a year; this is the outermost one's. */
static inline int get_async_context_id(void)
{
    return 0;
}

#include "block/aio_forms.h"

#endif /* BLOCK_AIO_H */
