// One Linux AIO state for all disks of an AioContext.

#ifndef BLOCK_LINUX_AIO_CONTEXT_H
#define BLOCK_LINUX_AIO_CONTEXT_H

#include "block/aio.h"
#include "qapi/error.h"

// Gives `ctx` a state, which aio_get_linux_aio() returns from then on, unless
// it has one.
//
// Returns:  the state; NULL with `errp` set, as laio_init().
// Keeps:    the context's, and ends with it.
// Thread:   home only.
LinuxAioState *aio_setup_linux_aio(AioContext *ctx, Error **errp);

#endif  // BLOCK_LINUX_AIO_CONTEXT_H
