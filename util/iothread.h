// IOThread: a thread whose GMainLoop runs one AioContext.

#ifndef UTIL_IOTHREAD_H
#define UTIL_IOTHREAD_H

#include "block/aio.h"

typedef struct IOThread IOThread;

// Starts the thread; its context is its qemu_get_current_aio_context().
//
// Returns:  NULL and an Error when there is no descriptor left.
// Keeps:    the caller's, until iothread_destroy(); `name` is copied.
// Thread:   any.
IOThread *iothread_create(const char *name, Error **errp);

// Keeps: valid until iothread_destroy(). Thread: any.
AioContext *iothread_get_aio_context(IOThread *iothread);

// Ends the loop after what it has begun, waits for the thread, and frees it.
// Thread: any but its own.
void iothread_destroy(IOThread *iothread);

#endif  // UTIL_IOTHREAD_H
