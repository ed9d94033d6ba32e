/*
 * The process-wide AioContext, and the interface from before there were others.
 *
 * It is made when first asked for and its home is that thread.
 */

#ifndef QEMU_MAIN_LOOP_H
#define QEMU_MAIN_LOOP_H

#include "block/aio.h"

#ifdef __cplusplus
extern "C" {
#endif

AioContext *qemu_get_aio_context(void);

/*
 * Makes the main context and attaches it to GLib's default GMainContext.
 *
 * Returns:  0, or -EMFILE and an Error when there is no descriptor left.
 * Thread:   the one that will run the main loop, once.
 */
int qemu_init_main_loop(Error **errp);

/*
 * aio_poll() of the main context. It blocks, except where flush callbacks are
 * registered and all of them say that nothing is pending.
 */
bool qemu_aio_wait(void);

/* Waits until every flush callback says that nothing is pending. */
void qemu_aio_flush(void);

/*
 * Frees the main context, with whatever is still registered there.
 *
 * Thread: while nobody uses it. The next qemu_get_aio_context() makes another.
 */
void qemu_aio_context_cleanup(void);

#ifdef __cplusplus
}
#endif

#define qemu_bh_new(cb, opaque) \
    aio_bh_new(qemu_get_aio_context(), cb, opaque)

#endif /* QEMU_MAIN_LOOP_H */
