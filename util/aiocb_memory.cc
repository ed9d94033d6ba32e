#include "util/aiocb_memory.h"

#include <cstring>

#include "qemu/osdep.h"
#include "util/memory_sanitizer.h"

namespace {

// Memory is kept in steps of so many bytes, and not at all from kSteps on:
// there are few kinds of requests, and all are small.
constexpr size_t kStep = 64;
constexpr size_t kSteps = 8;

// Of each size, as many as 64 files have in the air at a depth of 64.
constexpr unsigned kMaxIdle = 4096;

// What is kept begins with this.
struct Idle {
    Idle *next;
};

struct Spare {
    Idle *first;
    unsigned room;  // how many more are kept; 0 before the first and at the end
};

struct Pool {
    Spare spares[kSteps];
    bool open;
    bool ended;
};

constinit thread_local Pool pool{};

// Ends the thread's pool with the thread.
struct PoolEnd {
    ~PoolEnd();
    void Arm() {}
};

thread_local PoolEnd pool_end;

size_t step_of(size_t size)
{
    return (size + kStep - 1) / kStep;
}

Idle *take_first(Spare *spare, size_t bytes)
{
    Idle *idle = spare->first;

    memory_is_used(idle, bytes);
    spare->first = idle->next;
    spare->room++;
    return idle;
}

PoolEnd::~PoolEnd()
{
    pool.ended = true;
    for (size_t step = 0; step < kSteps; step++) {
        Spare *spare = &pool.spares[step];
        while (spare->first) {
            g_free(take_first(spare, step * kStep));
        }
        spare->room = 0;
    }
}

// Where there is no room: before the first, behind the last, or too many.
[[gnu::noinline]] void put_without_room(void *memory, size_t size)
{
    if (pool.open || pool.ended) {
        g_free(memory);
        return;
    }
    pool_end.Arm();
    pool.open = true;
    for (Spare &spare : pool.spares) {
        spare.room = kMaxIdle;
    }
    aiocb_memory_put(memory, size);
}

}  // namespace

// Neither of the two is inlined into its callers, which are elsewhere: a
// coroutine that goes on in another thread must not use the first one's pool.

void *aiocb_memory_get(size_t size)
{
    const size_t step = step_of(size);

    if (step >= kSteps) {
        return g_malloc0(size);
    }
    if (!pool.spares[step].first) {
        return g_malloc0(step * kStep);
    }
    return memset(take_first(&pool.spares[step], step * kStep), 0, size);
}

void aiocb_memory_put(void *memory, size_t size)
{
    const size_t step = step_of(size);

    if (step >= kSteps) {
        g_free(memory);
        return;
    }
    Spare *spare = &pool.spares[step];
    if (spare->room == 0) {
        put_without_room(memory, size);
        return;
    }
    auto *idle = static_cast<Idle *>(memory);
    idle->next = spare->first;
    spare->first = idle;
    spare->room--;
    memory_is_free(memory, step * kStep);
}
