/*
 * Calls that wait for the end of a batch.
 *
 * State is the thread's: each thread has its own batch.
 */

#ifndef QEMU_DEFER_CALL_H
#define QEMU_DEFER_CALL_H

#include "qemu/osdep.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Open and close a batch; they nest, and the outermost counts. */
void defer_call_begin(void);
void defer_call_end(void);

/*
 * Calls fn(opaque): at once outside a batch, else when it closes. The same
 * pair is called once per batch however often it is deferred.
 */
void defer_call(void (*fn)(void *), void *opaque);

/* The same under the names of 2023. */
void blk_io_plug(void);
void blk_io_unplug(void);
void blk_io_plug_call(void (*fn)(void *), void *opaque);

#ifdef __cplusplus
}
#endif

#endif /* QEMU_DEFER_CALL_H */
