/*
 * The inside of a coroutine, for those who assert something about it.
 */

#ifndef QEMU_COROUTINE_INT_H
#define QEMU_COROUTINE_INT_H

#include "qemu/coroutine.h"
#include "qemu/queue.h"

struct Coroutine {
    CoroutineEntry *entry;
    void *entry_arg;
    Coroutine *caller; /* who entered it; NULL when it is not entered */
    AioContext *ctx;   /* where it was entered last: its home */
    /* The name of who has arranged to enter it, NULL when nobody has. */
    const char *scheduled;
    /* Those to enter when this one yields or ends. */
    QSIMPLEQ_HEAD(, Coroutine) co_queue_wakeup;
    QSIMPLEQ_ENTRY(Coroutine) co_queue_next;
};

#endif /* QEMU_COROUTINE_INT_H */
