/*
 * Coroutines: functions that can stop in the middle and go on later.
 *
 * One runs in the thread that enters it, on a stack of its own of 1 MiB. It is
 * freed when its function returns; nobody else owns it.
 */

#ifndef QEMU_COROUTINE_H
#define QEMU_COROUTINE_H

#include "qemu/osdep.h"

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

#endif /* QEMU_COROUTINE_H */
