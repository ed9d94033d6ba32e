// What an event loop tells whoever wants to draw it.
//
// Off (NULL) except in a test that records an interleaving.

#ifndef UTIL_LOOP_OBSERVER_H
#define UTIL_LOOP_OBSERVER_H

#include <atomic>

class LoopObserver {
 public:
    virtual ~LoopObserver() = default;

    // Brackets one aio_poll(), which nests when a callback polls.
    // Thread: the polling one, for all of these.
    virtual void poll_begins(bool blocking) = 0;
    virtual void poll_ends(bool progress) = 0;

    // A bottom half is about to run.
    //   name  its function's name as aio_bh_new() was given it; never NULL
    virtual void bh_runs(const char *name) = 0;

    // A descriptor's or notifier's handler is about to run.
    //   what  "read", "write", "poll" or "poll_ready"
    virtual void handler_runs(int fd, const char *what) = 0;

    // aio_context_acquire() is about to wait for another thread.
    // Thread: the waiting one; may make the other give the lock back.
    virtual void lock_waits() {}

    // qemu_aio_get() has made a request, its last reference was given back.
    // Thread: that of the call.
    virtual void request_made() {}
    virtual void request_freed() {}
};

extern constinit std::atomic<LoopObserver *> loop_observer_in_force;

// The observer in force, NULL when nobody looks.
// Thread: any.
inline LoopObserver *loop_observer_current()
{
    // Pairs with the store in loop_observer_replace(): it is complete.
    return loop_observer_in_force.load(std::memory_order_acquire);
}

// Thread: while no loop runs. Keeps: `observer` stays the caller's.
void loop_observer_replace(LoopObserver *observer);

#endif  // UTIL_LOOP_OBSERVER_H
