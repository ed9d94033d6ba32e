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
    bool plain_fds = true;  // there are descriptors that cannot be asked
};

// Asks all poll handlers, again and again for the present polling time when
// the loop would sleep. Stops when a bottom half is scheduled.
AioPolled aio_run_poll_handlers(AioContext *ctx, int64_t timeout_ns);

// The monotonic clock; 0 without looking when polling is off.
int64_t aio_polling_clock_ns(const AioContextLoop *loop);

// Makes the polling time longer when it would have caught what the sleep that
// began at `start_ns` waited for, shorter when the sleep was long.
void aio_polling_adapt(AioContextLoop *loop, bool blocking, int64_t start_ns);

#endif  // UTIL_AIO_POLLING_H
