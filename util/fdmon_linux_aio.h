// Sleeping where the requests of a disk end.
//
// A request of Linux AIO that signals an eventfd costs the kernel more than
// one that does not. A loop that only aio_poll() drives needs no signal: it
// sleeps in io_getevents() of the context that the requests are in, and
// everything else that may wake it is in one IOCB_CMD_POLL in there, too.
//
// A LinuxAioSleep is what a backend shows of such a context to its loop. It is
// the backend's. Thread: home only, for everything.

#ifndef UTIL_FDMON_LINUX_AIO_H
#define UTIL_FDMON_LINUX_AIO_H

#include <libaio.h>

#include <cstdint>

#include "block/aio.h"

struct AioHandler;

struct LinuxAioSleep {
    // The backend's, unchanged from aio_add_linux_aio() on.

    // Of at least one event more than the backend itself needs.
    io_context_t ctx;
    // The requests that have to signal, signal this one. It is watched, and
    // its io_poll_ready() is called when a sleep or a look found events.
    EventNotifier *notifier;
    // Whether events are there; does not sleep.
    bool (*has_events)(LinuxAioSleep *s);
    // A sleep has taken `event` out of the context. Returns: false when it is
    // of no request.
    bool (*take_event)(LinuxAioSleep *s, const struct io_event *event);

    // Requests that do not signal and are not over. The backend counts.
    unsigned silent;

    // The loop's.

    // New requests need not signal. False while this is not added.
    bool may_be_silent;
    bool armed;            // `poll` waits in the kernel
    uint32_t number;       // of the poll that was armed last
    AioHandler *handler;   // of `notifier`; NULL once it is not watched
    struct iocb poll;
};

// From here on aio_poll() sleeps in s->ctx while s->silent is not 0, and new
// requests may be silent, unless something in the way sets s->may_be_silent to
// false: a GMainContext that drives the loop as well, another context that was
// added before, a kernel without IOCB_CMD_POLL (Linux 4.18 has it), a
// descriptor that no epoll set takes. Silent requests that are in the kernel
// nevertheless are looked for every millisecond.
//
// Requires: s->notifier is watched in `ctx`, until aio_remove_linux_aio().
void aio_add_linux_aio(AioContext *ctx, LinuxAioSleep *s);
void aio_remove_linux_aio(AioContext *ctx, LinuxAioSleep *s);

// To be asked of an event that belongs to no request: the loop's own look like
// any other where they are read. The lower half of their iocb.data is all
// ones, so no request's may be.
void aio_stray_event(LinuxAioSleep *s, const struct io_event *event);

#endif  // UTIL_FDMON_LINUX_AIO_H
