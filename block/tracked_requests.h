// Writes that are under way, and who has to wait for whom.
//
// A write of less than a block reads the block, changes it and writes it back.
// What another write brings to the block in between would be undone: so such
// a write is `serialising`, and of two writes that overlap, one of them
// serialising, the later waits until the earlier is over. All others go ahead
// side by side.
//
// One for each file; requests of several threads may be in it.

#ifndef BLOCK_TRACKED_REQUESTS_H
#define BLOCK_TRACKED_REQUESTS_H

#include <cstdint>
#include <mutex>

#include "qemu/coroutine.h"
#include "qemu/queue.h"

struct TrackedRequest {
    uint64_t start = 0;  // bytes, what is written back included
    uint64_t end = 0;
    bool serialising = false;
    uint64_t number = 0;      // in the order of coming
    unsigned waits_for = 0;   // earlier ones that are not over
    Coroutine *co = nullptr;  // waits, if waits_for
    TrackedRequest *to_wake = nullptr;
    QTAILQ_ENTRY(TrackedRequest) next = {};
};

struct TrackedRequests {
    std::mutex lock;  // of everything
    // In the order of coming.
    QTAILQ_HEAD(, TrackedRequest) list = QTAILQ_HEAD_INITIALIZER(list);
    unsigned serialising = 0;  // of those
    unsigned waiting = 0;
    uint64_t last_number = 0;
};

// Enters the request and waits for those that it must not overtake.
//
//   request  start, end and serialising are set
// Keeps:   `request`, until tracked_request_end().
// Thread:  any, in a coroutine of its current AioContext.
void coroutine_fn tracked_request_begin(TrackedRequests *tracked,
                                        TrackedRequest *request);

// The same outside coroutines.
//
// Returns:  false, and nothing has happened, when it would have to wait.
// Thread:   any.
bool tracked_request_try_begin(TrackedRequests *tracked,
                               TrackedRequest *request);

// Takes it out; those that waited for it only go on, each in its context.
// Thread:  any.
void tracked_request_end(TrackedRequests *tracked, TrackedRequest *request);

#endif  // BLOCK_TRACKED_REQUESTS_H
