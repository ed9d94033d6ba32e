// Bottom halves: functions that a loop runs in its next turn.

#include "block/aio.h"
#include "util/aio_loop.h"
#include "util/era.h"
#include "util/loop_observer.h"

namespace {

enum : unsigned {
    kPending = 1,    // in bh_pushed or bh_ready
    kScheduled = 2,  // to be run
    kDeleted = 4,    // to be freed, not to be run
    kOneshot = 8,    // to be freed after it ran
    kIdle = 16,      // may wait for a while
};

constexpr int64_t kIdleNs = 10 * 1000 * 1000;

bool deleted_bh_is_work = true;

bool will_run(unsigned flags)
{
    return (flags & (kScheduled | kDeleted)) == kScheduled;
}

}  // namespace

struct QEMUBH {
    AioContext *ctx;
    const char *name;
    QEMUBHFunc *cb;
    void *opaque;
    QEMUBH *next;  // whoever set kPending writes it, then only the home thread
    std::atomic<unsigned> flags;
};

void era_deleted_bh_is_work(bool yes)
{
    deleted_bh_is_work = yes;
}

static void bh_enqueue(QEMUBH *bh, unsigned new_flags)
{
    AioContextLoop *loop = bh->ctx->loop;

    // Pairs with the fetch_and in aio_bh_poll(): what the caller wrote before
    // is visible to the callback. Once kPending was set already, `bh` may run
    // and be freed at any moment: it is not touched any more.
    if (bh->flags.fetch_or(kPending | new_flags) & kPending) {
        return;
    }
    QEMUBH *head = loop->bh_pushed.load(std::memory_order_relaxed);
    do {
        bh->next = head;
        // Pairs with the exchange in take_pushed() and the loads in
        // aio_bh_timeout_ns() and aio_bh_deleted_is_due(): `next` is
        // complete.
    } while (!loop->bh_pushed.compare_exchange_weak(head, bh));
}

QEMUBH *aio_bh_new_full(AioContext *ctx, QEMUBHFunc *cb, void *opaque,
                        const char *name)
{
    return new QEMUBH{ctx, name, cb, opaque, nullptr, {0}};
}

// A loop looks for bottom halves after it has raised notify_me and before it
// sleeps: whoever does not sleep yet need not be told of one.
static void notify_sleeper(AioContext *ctx)
{
    // Pairs with the raising of notify_me before a sleep.
    if (ctx->loop->notify_me.load()) {
        aio_notify(ctx);
    }
}

void aio_bh_schedule_oneshot_full(AioContext *ctx, QEMUBHFunc *cb,
                                  void *opaque, const char *name)
{
    bh_enqueue(aio_bh_new_full(ctx, cb, opaque, name), kScheduled | kOneshot);
    notify_sleeper(ctx);
}

void qemu_bh_schedule(QEMUBH *bh)
{
    AioContext *ctx = bh->ctx;  // bh may be gone after the next line

    bh_enqueue(bh, kScheduled);
    notify_sleeper(ctx);
}

void qemu_bh_schedule_idle(QEMUBH *bh)
{
    AioContext *ctx = bh->ctx;

    bh_enqueue(bh, kScheduled | kIdle);
    notify_sleeper(ctx);
}

void qemu_bh_cancel(QEMUBH *bh)
{
    // Pairs with the fetch_and in aio_bh_poll(): one of the two sees the flag.
    bh->flags.fetch_and(~kScheduled);
}

void qemu_bh_delete(QEMUBH *bh)
{
    bh_enqueue(bh, kDeleted);
}

// Appends what was pushed to bh_ready, oldest first.
static void take_pushed(AioContextLoop *loop)
{
    // Pairs with the compare_exchange in bh_enqueue().
    QEMUBH *newest = loop->bh_pushed.exchange(nullptr);
    QEMUBH *oldest = nullptr;
    QEMUBH *last = newest;

    while (newest) {
        QEMUBH *older = newest->next;
        newest->next = oldest;
        oldest = newest;
        newest = older;
    }
    if (!oldest) {
        return;
    }
    if (loop->bh_ready) {
        loop->bh_ready_last->next = oldest;
    } else {
        loop->bh_ready = oldest;
    }
    loop->bh_ready_last = last;
}

static QEMUBH *pop_ready(AioContextLoop *loop)
{
    QEMUBH *bh = loop->bh_ready;

    if (bh) {
        loop->bh_ready = bh->next;
    }
    return bh;
}

bool aio_bh_poll(AioContext *ctx)
{
    bool progress = false;

    // Only what is pending now: what a callback schedules is pushed and waits
    // for the next turn.
    take_pushed(ctx->loop);
    while (QEMUBH *bh = pop_ready(ctx->loop)) {
        // Pairs with the fetch_or in bh_enqueue(): from here on it can become
        // pending again.
        unsigned flags = bh->flags.fetch_and(~(kPending | kScheduled | kIdle));

        if (will_run(flags)) {
            progress |= !(flags & kIdle);
            if (LoopObserver *observer = loop_observer_current()) {
                observer->bh_runs(bh->name);
            }
            bh->cb(bh->opaque);
        }
        // `flags`, not bh->flags: the callback may have deleted it, and a turn
        // that it ran may have freed it.
        if (flags & (kDeleted | kOneshot)) {
            delete bh;
        }
    }
    return progress;
}

static int64_t bh_list_timeout_ns(const QEMUBH *bh)
{
    int64_t timeout_ns = -1;

    for (; bh; bh = bh->next) {
        // Pairs with the fetch_or in bh_enqueue(), see notify_sleeper().
        unsigned flags = bh->flags.load();

        if (will_run(flags)) {
            if (!(flags & kIdle)) {
                return 0;
            }
            timeout_ns = kIdleNs;
        }
    }
    return timeout_ns;
}

int64_t aio_bh_timeout_ns(AioContextLoop *loop)
{
    // Pairs with the compare_exchange in bh_enqueue().
    return aio_soonest_ns(bh_list_timeout_ns(loop->bh_pushed.load()),
                          bh_list_timeout_ns(loop->bh_ready));
}

bool aio_bh_deleted_is_due(AioContextLoop *loop)
{
    if (!deleted_bh_is_work) {
        return false;
    }
    // Pairs with the compare_exchange in bh_enqueue().
    for (const QEMUBH *bh = loop->bh_pushed.load(); bh; bh = bh->next) {
        // Pairs with the fetch_or in bh_enqueue().
        if (bh->flags.load() & kDeleted) {
            return true;
        }
    }
    return false;
}

void aio_bh_free_pending(AioContextLoop *loop)
{
    take_pushed(loop);
    while (QEMUBH *bh = pop_ready(loop)) {
        if (!(bh->flags.load() & (kDeleted | kOneshot))) {
            fprintf(stderr, "the AioContext of bottom half '%s' ended "
                    "before it was deleted: call qemu_bh_delete()\n",
                    bh->name);
            abort();
        }
        delete bh;
    }
}
