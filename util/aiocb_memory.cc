#include "util/aiocb_memory.h"

#include "qemu/osdep.h"

constinit thread_local AiocbSpare aiocb_spares[kAiocbSteps] = {};

namespace {

// As many as 64 files have in the air at a depth of 64.
constexpr unsigned kMaxIdle = 4096;

enum class PoolState { kUnused, kOpen, kEnded };

constinit thread_local PoolState pool_state = PoolState::kUnused;

// Ends the thread's pool with the thread.
struct PoolEnd {
    ~PoolEnd();
    void Arm() {}
};

thread_local PoolEnd pool_end;

PoolEnd::~PoolEnd()
{
    pool_state = PoolState::kEnded;
    for (size_t steps = 0; steps < kAiocbSteps; steps++) {
        AiocbSpare *spare = &aiocb_spares[steps];
        while (spare->first) {
            g_free(aiocb_take_first(spare, steps));
        }
        spare->room = 0;
    }
}

void open_pool()
{
    pool_end.Arm();
    pool_state = PoolState::kOpen;
    for (AiocbSpare &spare : aiocb_spares) {
        spare.room = kMaxIdle;
    }
}

}  // namespace

void *aiocb_memory_new(size_t size)
{
    return g_malloc0(aiocb_steps(size) * kAiocbStep);
}

void aiocb_memory_put_without_room(void *memory, size_t size)
{
    if (pool_state == PoolState::kUnused) {
        open_pool();
        aiocb_memory_put(memory, size);
    } else {
        g_free(memory);
    }
}
