/*
 * Clocks, and timers that an AioContext runs in its turns.
 *
 * Whoever wants a timer embeds it or has it made, and keeps it where it is
 * while it is armed. Arming and disarming is for any thread.
 */

#ifndef QEMU_TIMER_H
#define QEMU_TIMER_H

#include "qemu/osdep.h"

/* Nanoseconds in a unit of a timer's time. */
#define SCALE_MS 1000000
#define SCALE_US 1000
#define SCALE_NS 1

#define NANOSECONDS_PER_SECOND 1000000000LL

/* No guest runs here, so the virtual clocks go with the first. */
typedef enum QEMUClockType {
    QEMU_CLOCK_REALTIME = 0, /* never set back; from an arbitrary moment */
    QEMU_CLOCK_VIRTUAL = 1,
    QEMU_CLOCK_HOST = 2, /* the wall's; may jump */
    QEMU_CLOCK_VIRTUAL_RT = 3,
    QEMU_CLOCK_MAX
} QEMUClockType;

typedef void QEMUTimerCB(void *opaque);
typedef struct QEMUTimerList QEMUTimerList;
typedef void QEMUTimerListNotifyCB(void *opaque, QEMUClockType type);

struct QEMUTimer {
    QEMUTimerList *timer_list;
    int64_t expire_time; /* nanoseconds; -1 when not armed */
    int scale;           /* nanoseconds in a unit */
    QEMUTimer *next;     /* that expires later */
    QEMUTimerCB *cb;
    void *opaque;
};

#ifdef __cplusplus
extern "C" {
#endif

/*
 * For programs that start without a main loop. Clocks need no preparation
 * here, and an armed timer wakes its own context: the callback is not kept.
 */
void init_clocks(QEMUTimerListNotifyCB *notify_cb);

int64_t qemu_clock_get_ns(QEMUClockType type);

static inline int64_t qemu_clock_get_us(QEMUClockType type)
{
    return qemu_clock_get_ns(type) / SCALE_US;
}

static inline int64_t qemu_clock_get_ms(QEMUClockType type)
{
    return qemu_clock_get_ns(type) / SCALE_MS;
}

/* Makes it a timer of the main context: aio_timer_init() in block/aio.h. */
void timer_init(QEMUTimer *ts, QEMUClockType type, int scale, QEMUTimerCB *cb,
                void *opaque);

/* Leaves it as if it had never been initialized. Requires: not armed. */
void timer_deinit(QEMUTimer *ts);

/* Arms it for `expire_time`, whether or not it was armed for another. */
void timer_mod(QEMUTimer *ts, int64_t expire_time);
void timer_mod_ns(QEMUTimer *ts, int64_t expire_time);

/* Only if that is sooner than what it is armed for. */
void timer_mod_anticipate(QEMUTimer *ts, int64_t expire_time);
void timer_mod_anticipate_ns(QEMUTimer *ts, int64_t expire_time);

/*
 * Disarms it. Its callback may be running if this is not the home thread; it
 * is then not waited for.
 */
void timer_del(QEMUTimer *ts);

bool timer_pending(QEMUTimer *ts);

/* True when it is armed for a time that has come. In its unit. */
bool timer_expired(QEMUTimer *timer_head, int64_t current_time);

/* Nanoseconds; -1 when it is not armed. */
int64_t timer_expire_time_ns(QEMUTimer *ts);

#ifdef __cplusplus
}
#endif

static inline void timer_init_ns(QEMUTimer *ts, QEMUClockType type,
                                 QEMUTimerCB *cb, void *opaque)
{
    timer_init(ts, type, SCALE_NS, cb, opaque);
}

static inline void timer_init_us(QEMUTimer *ts, QEMUClockType type,
                                 QEMUTimerCB *cb, void *opaque)
{
    timer_init(ts, type, SCALE_US, cb, opaque);
}

static inline void timer_init_ms(QEMUTimer *ts, QEMUClockType type,
                                 QEMUTimerCB *cb, void *opaque)
{
    timer_init(ts, type, SCALE_MS, cb, opaque);
}

/* On the heap; the caller's, until timer_free(), which disarms it. */
static inline QEMUTimer *timer_new(QEMUClockType type, int scale,
                                   QEMUTimerCB *cb, void *opaque)
{
    QEMUTimer *ts = g_new0(QEMUTimer, 1);

    timer_init(ts, type, scale, cb, opaque);
    return ts;
}

static inline QEMUTimer *timer_new_ns(QEMUClockType type, QEMUTimerCB *cb,
                                      void *opaque)
{
    return timer_new(type, SCALE_NS, cb, opaque);
}

static inline QEMUTimer *timer_new_us(QEMUClockType type, QEMUTimerCB *cb,
                                      void *opaque)
{
    return timer_new(type, SCALE_US, cb, opaque);
}

static inline QEMUTimer *timer_new_ms(QEMUClockType type, QEMUTimerCB *cb,
                                      void *opaque)
{
    return timer_new(type, SCALE_MS, cb, opaque);
}

static inline void timer_free(QEMUTimer *ts)
{
    if (ts) {
        timer_del(ts);
        g_free(ts);
    }
}

#endif /* QEMU_TIMER_H */
