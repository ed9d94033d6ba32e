#include "block/tracked_requests.h"

#include "block/aio.h"

// Whether the later of the two waits for the earlier.
static bool conflicts(const TrackedRequest *a, const TrackedRequest *b)
{
    return (a->serialising || b->serialising) && a->start < b->end &&
           b->start < a->end;
}

// Costs nothing while there are writes of whole blocks only.
static unsigned count_conflicts(const TrackedRequests *tracked,
                                const TrackedRequest *request)
{
    const TrackedRequest *other;
    unsigned count = 0;

    if (tracked->serialising == 0 && !request->serialising) {
        return 0;
    }
    QTAILQ_FOREACH(other, &tracked->list, next) {
        count += conflicts(other, request);
    }
    return count;
}

static void enter(TrackedRequests *tracked, TrackedRequest *request)
{
    request->number = ++tracked->last_number;
    QTAILQ_INSERT_TAIL(&tracked->list, request, next);
    tracked->serialising += request->serialising;
    tracked->waiting += request->waits_for > 0;
}

void coroutine_fn tracked_request_begin(TrackedRequests *tracked,
                                        TrackedRequest *request)
{
    {
        std::lock_guard<std::mutex> guard(tracked->lock);

        request->co = qemu_coroutine_self();
        request->waits_for = count_conflicts(tracked, request);
        enter(tracked, request);
        if (request->waits_for == 0) {
            return;
        }
    }
    // Another thread may have woken it already; that is a bottom half of ours
    // and so comes after the yield.
    qemu_coroutine_yield();
}

bool tracked_request_try_begin(TrackedRequests *tracked,
                               TrackedRequest *request)
{
    std::lock_guard<std::mutex> guard(tracked->lock);

    if (count_conflicts(tracked, request) > 0) {
        return false;
    }
    enter(tracked, request);
    return true;
}

// Returns:  the requests that waited for `over` and for nothing else any more,
//           linked by to_wake.
static TrackedRequest *release_waiting(TrackedRequests *tracked,
                                       const TrackedRequest *over)
{
    TrackedRequest *released = nullptr;
    TrackedRequest **last = &released;
    TrackedRequest *other = QTAILQ_FIRST(&tracked->list);

    for (; other && tracked->waiting > 0; other = QTAILQ_NEXT(other, next)) {
        // What came before `over` does not wait for it.
        if (other->waits_for == 0 || other->number < over->number ||
            !conflicts(over, other) || --other->waits_for > 0) {
            continue;
        }
        tracked->waiting--;
        *last = other;
        last = &other->to_wake;
    }
    return released;
}

void tracked_request_end(TrackedRequests *tracked, TrackedRequest *request)
{
    TrackedRequest *released;

    {
        std::lock_guard<std::mutex> guard(tracked->lock);

        QTAILQ_REMOVE(&tracked->list, request, next);
        tracked->serialising -= request->serialising;
        released = release_waiting(tracked, request);
    }
    while (released) {
        Coroutine *co = released->co;
        // It may be over when aio_co_wake() returns.
        released = released->to_wake;
        aio_co_wake(co);
    }
}
