// Clocks, and the timers of a context.
//
// A context has a list per clock, soonest first, each with a lock: any thread
// may arm and disarm.

#include "qemu/timer.h"

#include <algorithm>

#include "util/aio_loop.h"
#include "util/io_kernel.h"

namespace {

constexpr int64_t kNever = INT64_MAX;

}  // namespace

void init_clocks(QEMUTimerListNotifyCB *)
{
}

int64_t qemu_clock_get_ns(QEMUClockType type)
{
    return io_kernel_current()->clock_ns(
        type == QEMU_CLOCK_HOST ? CLOCK_REALTIME : CLOCK_MONOTONIC);
}

void aio_timer_init(AioContext *ctx, QEMUTimer *ts, QEMUClockType type,
                    int scale, QEMUTimerCB *cb, void *opaque)
{
    *ts = {&ctx->loop->timers[type], -1, scale, nullptr, cb, opaque};
}

void timer_deinit(QEMUTimer *ts)
{
    assert(!timer_pending(ts));
    ts->timer_list = nullptr;
}

bool timer_pending(QEMUTimer *ts)
{
    return timer_expire_time_ns(ts) != -1;
}

int64_t timer_expire_time_ns(QEMUTimer *ts)
{
    // Pairs with the stores below: no more than the number is looked at.
    return qatomic_read(&ts->expire_time);
}

bool timer_expired(QEMUTimer *timer_head, int64_t current_time)
{
    return timer_head && timer_pending(timer_head) &&
           timer_expire_time_ns(timer_head) <=
               current_time * timer_head->scale;
}

// The functions below require the list's lock.

// Whoever computes a timeout sees the soonest one.
static void note_soonest(QEMUTimerList *list)
{
    // Pairs with the load in list_timeout_ns(). When a timer was armed,
    // aio_notify() follows: a sleeper sees this or is woken.
    list->soonest_ns.store(list->first ? list->first->expire_time : kNever);
}

static void disarm(QEMUTimerList *list, QEMUTimer *ts)
{
    for (QEMUTimer **p = &list->first; *p; p = &(*p)->next) {
        if (*p == ts) {
            *p = ts->next;
            break;
        }
    }
    qatomic_set(&ts->expire_time, int64_t{-1});
    note_soonest(list);
}

// Returns: whether it is the soonest now.
static bool arm(QEMUTimerList *list, QEMUTimer *ts, int64_t expire_ns)
{
    QEMUTimer **p = &list->first;

    while (*p && (*p)->expire_time <= expire_ns) {
        p = &(*p)->next;
    }
    ts->next = *p;
    *p = ts;
    qatomic_set(&ts->expire_time, expire_ns);
    note_soonest(list);
    return list->first == ts;
}

void timer_mod_ns(QEMUTimer *ts, int64_t expire_time)
{
    QEMUTimerList *list = ts->timer_list;
    bool soonest;

    {
        std::lock_guard<std::mutex> guard(list->lock);

        disarm(list, ts);
        soonest = arm(list, ts, std::max<int64_t>(expire_time, 0));
    }
    if (soonest) {
        aio_notify(list->ctx);
    }
}

void timer_mod(QEMUTimer *ts, int64_t expire_time)
{
    timer_mod_ns(ts, expire_time * ts->scale);
}

void timer_mod_anticipate_ns(QEMUTimer *ts, int64_t expire_time)
{
    QEMUTimerList *list = ts->timer_list;
    bool soonest = false;

    {
        std::lock_guard<std::mutex> guard(list->lock);

        if (ts->expire_time == -1 || expire_time < ts->expire_time) {
            disarm(list, ts);
            soonest = arm(list, ts, std::max<int64_t>(expire_time, 0));
        }
    }
    if (soonest) {
        aio_notify(list->ctx);
    }
}

void timer_mod_anticipate(QEMUTimer *ts, int64_t expire_time)
{
    timer_mod_anticipate_ns(ts, expire_time * ts->scale);
}

void timer_del(QEMUTimer *ts)
{
    if (QEMUTimerList *list = ts->timer_list) {
        std::lock_guard<std::mutex> guard(list->lock);

        disarm(list, ts);
    }
}

static int64_t list_timeout_ns(const QEMUTimerList &list)
{
    // Pairs with the store in note_soonest().
    int64_t soonest_ns = list.soonest_ns.load();

    if (soonest_ns == kNever) {
        return -1;
    }
    return std::max<int64_t>(soonest_ns - qemu_clock_get_ns(list.clock), 0);
}

int64_t aio_timers_timeout_ns(AioContextLoop *loop)
{
    int64_t timeout_ns = -1;

    for (const QEMUTimerList &list : loop->timers) {
        timeout_ns = aio_soonest_ns(timeout_ns, list_timeout_ns(list));
    }
    return timeout_ns;
}

// Returns: a timer whose time had come at `now_ns`, disarmed; or NULL.
static QEMUTimer *take_expired(QEMUTimerList *list, int64_t now_ns,
                               QEMUTimerCB **cb, void **opaque)
{
    std::lock_guard<std::mutex> guard(list->lock);
    QEMUTimer *ts = list->first;

    if (!ts || ts->expire_time > now_ns) {
        return nullptr;
    }
    *cb = ts->cb;
    *opaque = ts->opaque;
    disarm(list, ts);
    return ts;
}

static bool run_list(QEMUTimerList *list)
{
    QEMUTimerCB *cb;
    void *opaque;
    bool progress = false;

    if (list_timeout_ns(*list) != 0) {
        return false;
    }
    // One that a callback arms for later than this waits for the next turn.
    int64_t now_ns = qemu_clock_get_ns(list->clock);
    while (take_expired(list, now_ns, &cb, &opaque)) {
        cb(opaque);
        progress = true;
    }
    return progress;
}

bool aio_run_timers(AioContextLoop *loop)
{
    bool progress = false;

    for (QEMUTimerList &list : loop->timers) {
        progress |= run_list(&list);
    }
    return progress;
}

void aio_timers_end(AioContextLoop *loop)
{
    for (QEMUTimerList &list : loop->timers) {
        if (list.first) {
            fprintf(stderr, "an AioContext ended with a timer that is armed: "
                    "call timer_del()\n");
            abort();
        }
    }
}
