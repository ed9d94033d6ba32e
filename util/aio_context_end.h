// What ends together with an AioContext.

#ifndef UTIL_AIO_CONTEXT_END_H
#define UTIL_AIO_CONTEXT_END_H

#include "block/aio.h"

// Calls end(opaque) when the last reference to `ctx` is given up, before its
// handlers and bottom halves are gone; what came last ends first.
//
// Keeps:   `opaque`, until then.
// Thread:  home only; end() runs in the thread that gives up the reference.
void aio_context_at_end(AioContext *ctx, void (*end)(void *opaque),
                        void *opaque);

#endif  // UTIL_AIO_CONTEXT_END_H
