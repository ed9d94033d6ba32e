// Asking poll handlers before a sleep, and for how long.
//
// Part of the turn of a loop (aio_posix.cc); home thread only.

#ifndef UTIL_AIO_POLLING_H
#define UTIL_AIO_POLLING_H

#include <cstdint>

#include "util/aio_loop.h"

struct AioPolled {
    bool found = false;     // there is something to do: do not sleep
    bool progress = false;  // some of it was done by the handlers themselves
    bool instead_of_fds = false;  // the descriptors need not be looked at
};

// Asks all poll handlers, again and again for the present polling time when
// the loop would sleep. Stops when a bottom half is scheduled.
//
// A turn that does not block asks nobody, and where everybody could be asked
// it does not look at descriptors either: that is left to those that block.
AioPolled aio_run_poll_handlers(AioContext *ctx, bool blocking,
                                int64_t timeout_ns);

// The monotonic clock; 0 without looking when polling is off.
int64_t aio_polling_clock_ns(const AioContextLoop *loop);

// Makes the polling time longer when it would have caught what the sleep that
// began at `start_ns` waited for, shorter when the sleep was long.
void aio_polling_adapt(AioContextLoop *loop, bool blocking, int64_t start_ns);

#endif  // UTIL_AIO_POLLING_H
