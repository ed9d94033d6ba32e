/*
 * Coroutines: functions that can stop in the middle and go on later.
 *
 * One runs in the thread that enters it, on a stack of its own of 1 MiB. It is
 * freed when its function returns; nobody else owns it.
 */

#ifndef QEMU_COROUTINE_H
#define QEMU_COROUTINE_H

#include <pthread.h>

#include "qemu/osdep.h"
#include "qemu/queue.h"
#include "qemu/timer.h"

typedef void coroutine_fn CoroutineEntry(void *opaque);

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A coroutine that will run entry(opaque); it does not start.
 *
 * Keeps:  nothing; a coroutine that is never entered is never freed.
 */
Coroutine *qemu_coroutine_create(CoroutineEntry *entry, void *opaque);

/*
 * Starts it or goes on behind its yield; returns when it yields or ends.
 * What it woke meanwhile with aio_co_wake() is entered before this returns.
 * Aborts when `co` is entered already, itself or by one it has entered.
 */
void qemu_coroutine_enter(Coroutine *co);

/* The same; `opaque` is what the function gets if this is its start. */
void qemu_coroutine_enter_opaque(Coroutine *co, void *opaque);

/* The same in `ctx`, which becomes its home: Coroutine.ctx. */
void qemu_aio_coroutine_enter(AioContext *ctx, Coroutine *co);

/* The same unless it is entered already. */
void qemu_coroutine_enter_if_inactive(Coroutine *co);

/* Goes back to whoever entered. Requires: qemu_in_coroutine(). */
void coroutine_fn qemu_coroutine_yield(void);

/*
 * The running coroutine.
 *
 * Returns:  outside any, an object that stands for the thread; never NULL.
 */
Coroutine *qemu_coroutine_self(void);

bool qemu_in_coroutine(void);

/* True while it runs or has entered another that runs. */
bool qemu_coroutine_entered(Coroutine *co);

#ifdef __cplusplus
}
#endif

/* Waiting for one another */

struct CoWaiter; /* on the stack of who waits */

/*
 * A mutex for coroutines, in one thread or several: who waits for it yields,
 * and gets it in the order of coming.
 */
struct CoMutex {
    pthread_mutex_t guard; /* of the rest, for a few instructions */
    bool locked;
    Coroutine *holder;
    QSIMPLEQ_HEAD(, CoWaiter) waiters;
};

/*
 * Coroutines that wait for something to change. Protected by the lock that
 * they give, or by being used in one thread.
 */
typedef struct CoQueue {
    QSIMPLEQ_HEAD(, Coroutine) entries;
} CoQueue;

/*
 * Either one writer or any number of readers; first come, first served. Who
 * reads already and asks again may wait for a writer, and that one for it.
 */
typedef struct CoRwlock {
    pthread_mutex_t guard;
    int owners; /* readers; -1 for a writer */
    QSIMPLEQ_HEAD(, CoWaiter) waiters;
} CoRwlock;

/* A sleep that can be ended. Zeroed by whoever sleeps; home thread only. */
typedef struct QemuCoSleep {
    Coroutine *to_wake;
} QemuCoSleep;

#ifdef __cplusplus
extern "C" {
#endif

/* There is nothing to destroy. */
void qemu_co_mutex_init(CoMutex *mutex);
void coroutine_fn qemu_co_mutex_lock(CoMutex *mutex);
/* Gives it to the first that waits. Requires: held by the caller. */
void coroutine_fn qemu_co_mutex_unlock(CoMutex *mutex);

void qemu_co_queue_init(CoQueue *queue);

/*
 * Waits in the queue. `lock`, if not NULL, is let go meanwhile and held again
 * on return. qemu_co_queue_wait() takes any kind of lock.
 */
void coroutine_fn qemu_co_queue_wait_impl(CoQueue *queue, QemuLockable *lock);
#define qemu_co_queue_wait(queue, lock) \
    qemu_co_queue_wait_impl(queue, QEMU_MAKE_LOCKABLE(lock))

/* Wakes the first, or all, when the caller yields. Returns: if there was. */
bool coroutine_fn qemu_co_queue_next(CoQueue *queue);
void coroutine_fn qemu_co_queue_restart_all(CoQueue *queue);

/* The same from outside coroutines; they run before this returns, with the
 * lock let go. */
bool qemu_co_enter_next_impl(CoQueue *queue, QemuLockable *lock);
void qemu_co_enter_all_impl(CoQueue *queue, QemuLockable *lock);
#define qemu_co_enter_next(queue, lock) \
    qemu_co_enter_next_impl(queue, QEMU_MAKE_LOCKABLE(lock))
#define qemu_co_enter_all(queue, lock) \
    qemu_co_enter_all_impl(queue, QEMU_MAKE_LOCKABLE(lock))

bool qemu_co_queue_empty(CoQueue *queue);

/* There is nothing to destroy. */
void qemu_co_rwlock_init(CoRwlock *lock);
void coroutine_fn qemu_co_rwlock_rdlock(CoRwlock *lock);
void coroutine_fn qemu_co_rwlock_wrlock(CoRwlock *lock);
/* From reading to writing; others may write in between. */
void coroutine_fn qemu_co_rwlock_upgrade(CoRwlock *lock);
/* From writing to reading; nobody writes in between. */
void coroutine_fn qemu_co_rwlock_downgrade(CoRwlock *lock);
void coroutine_fn qemu_co_rwlock_unlock(CoRwlock *lock);

/* Yields until the time is over, in the thread's current context. */
void coroutine_fn qemu_co_sleep_ns(QEMUClockType type, int64_t ns);
/* The same until qemu_co_sleep_wake() at the latest, which else does
 * nothing. */
void coroutine_fn qemu_co_sleep_ns_wakeable(QemuCoSleep *w,
                                            QEMUClockType type, int64_t ns);
void qemu_co_sleep_wake(QemuCoSleep *w);

#ifdef __cplusplus
}
#endif

/* Before July 2016 the argument came with the first enter. */
#ifdef __cplusplus
extern "C++" {
inline Coroutine *qemu_coroutine_create(CoroutineEntry *entry)
{
    return qemu_coroutine_create(entry, nullptr);
}
inline void qemu_coroutine_enter(Coroutine *co, void *opaque)
{
    qemu_coroutine_enter_opaque(co, opaque);
}
}
#else
#define qemu_coroutine_create(...) \
    QEMU_BY_ARITY(QEMU_COROUTINE_CREATE_, __VA_ARGS__)
#define QEMU_COROUTINE_CREATE_1(entry) (qemu_coroutine_create)(entry, NULL)
#define QEMU_COROUTINE_CREATE_2(entry, op) (qemu_coroutine_create)(entry, op)

#define qemu_coroutine_enter(...) \
    QEMU_BY_ARITY(QEMU_COROUTINE_ENTER_, __VA_ARGS__)
#define QEMU_COROUTINE_ENTER_1(co) (qemu_coroutine_enter)(co)
#define QEMU_COROUTINE_ENTER_2(co, op) qemu_coroutine_enter_opaque(co, op)
#endif

#include "qemu/lockable.h"

#endif /* QEMU_COROUTINE_H */
