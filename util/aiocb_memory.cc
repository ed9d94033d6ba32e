#include "util/aiocb_memory.h"

#include <cstring>
#include <vector>

#include "qemu/osdep.h"
#include "util/memory_sanitizer.h"

namespace {

// Of one size.
struct Spare {
    // As many as 64 files have in the air at a depth of 64.
    static constexpr size_t kMax = 4096;

    size_t size = 0;  // 0: not used yet
    std::vector<void *> idle;
};

struct Pool {
    // There are few kinds of requests.
    static constexpr size_t kSizes = 8;

    Spare spares[kSizes];

    ~Pool();
};

thread_local bool pool_ended = false;
thread_local Pool pool;

Pool::~Pool()
{
    pool_ended = true;
    for (Spare &spare : spares) {
        for (void *memory : spare.idle) {
            memory_is_used(memory, spare.size);
            g_free(memory);
        }
    }
}

// Returns:  NULL when memory of this size is not kept.
// Not inlined: a coroutine that goes on in another thread must not use the
// first one's address.
[[gnu::noinline]] Spare *spare_of(size_t size)
{
    asm volatile("");
    if (pool_ended) {
        return nullptr;
    }
    for (Spare &spare : pool.spares) {
        if (spare.size == 0) {
            spare.size = size;
        }
        if (spare.size == size) {
            return &spare;
        }
    }
    return nullptr;
}

}  // namespace

void *aiocb_memory_get(size_t size)
{
    Spare *spare = spare_of(size);

    if (!spare || spare->idle.empty()) {
        return g_malloc0(size);
    }
    void *memory = spare->idle.back();
    spare->idle.pop_back();
    memory_is_used(memory, size);
    return memset(memory, 0, size);
}

void aiocb_memory_put(void *memory, size_t size)
{
    Spare *spare = spare_of(size);

    if (!spare || spare->idle.size() == Spare::kMax) {
        g_free(memory);
        return;
    }
    spare->idle.push_back(memory);
    memory_is_free(memory, size);
}
